// SPDX-License-Identifier: MIT
// loop.c: the interpreter loop. One block per instruction: the fast path in sight, the slow path a
// call. The verbs (NEXT, BRANCH, SAVE ...) and the families of alike instructions (ARITH, COMPARE
// ...) are in loop_ops.h. opcodes.h lists the instructions and their operands.
#include "modules/hooks.h"
#include "vm/loop_ops.h"
#include <assert.h>

VmStatus vm_loop(Value *result) {
    static const void *const labels[256] = {
#define OP(name, format) [OP_CODE_##name] = &&name,
        OPCODES(OP)
#undef OP
        [OPCODE_COUNT ... 255] = &&bad_opcode,
    };
    Thread *const t = rt.thread;
    Frame *frame;
    Value *regs;
    const CodePool *pool;
    const uint8_t *pc;
    // Operands of a call on its way to `call`.
    Value callee, *args;
    unsigned nargs;

    LOAD_FRAME();
    goto *labels[*pc];

attend: // before the instruction at pc; frame->pc is that of the one that led to it
    poll_slow();
    goto *labels[*pc];

    // ---- moves and constants -----------------------------------------------------------------
MOVE:
    R(A) = R(B);
    NEXT(3);
LOADK:
    R(A) = K(B);
    NEXT(3);
LOADI:
    R(A) = int_value(SIGNED(B));
    NEXT(3);
LOADC:
    R(A) = vm_known(B);
    NEXT(3);
LOADFAR: {
    unsigned far = pc[2] | pc[3] << 8;
    if (is_absent(FAR(far))) {
        SAVE();
        vm_raise_unbound(frame->function->code, far);
    }
    R(A) = FAR(far);
    NEXT(4);
}
STOREFAR:
    FAR(pc[1] | pc[2] << 8) = R(pc[3]);
    NEXT(4);
SPILL:
    vm_spill(regs, A, pc[2] | pc[3] << 8, D);
    NEXT(5);
UNSPILL:
    vm_unspill(regs, A, pc[2] | pc[3] << 8, D);
    NEXT(5);
CHECK:
    if (is_absent(R(A))) {
        SAVE();
        vm_raise_unbound(frame->function->code, A);
    }
    NEXT(2);
WIDE:
    SAVE();
    pc = vm_wide(frame, pc);
    goto *labels[*pc];

    // ---- names ---------------------------------------------------------------------------------
LOADGLOBAL:
COMPGLOBAL: {
    const Str *name = str_of(K(B));
    const Cell *context = frame->function->context;
    GlobalCacheLine *line = global_line(context, name);
    if (LIKELY(line->context == context && line->name == name)) {
        Value *slot;
        if (line->version == 0) {
            if (LIKELY(dict_entry_is(dict_of(line->found), line->index, name, &slot))) {
                R(A) = *slot;
                NEXT(3);
            }
        } else if (line->version == rt.namespace_version) {
            R(A) = line->found;
            NEXT(3);
        }
    }
    SAVE();
    Value v = vm_load_global(frame->function, name);
    R(A) = v;
    NEXT(3);
}
STOREGLOBAL:
COMPSTORE: {
    const Str *name = str_of(K(A));
    const Cell *context = frame->function->context;
    GlobalCacheLine *line = global_line(context, name);
    Value *slot;
    if (line->context == context && line->name == name && line->version == 0 &&
        dict_entry_is(dict_of(line->found), line->index, name, &slot)) {
        *slot = R(B);
    } else {
        SAVE();
        dict_set_name(function_globals(frame->function), name, R(B));
    }
    NEXT(3);
}
DELGLOBAL:
    SAVE();
    vm_delete_global(frame->function, str_of(K(A)));
    NEXT(2);
LOADNAME:
COMPNAME: {
    SAVE();
    Value v = vm_load_name(R(0), frame->function, str_of(K(B)));
    R(A) = v;
    NEXT(3);
}
STORENAME:
    SAVE();
    vm_store_name(R(0), str_of(K(A)), R(B));
    NEXT(3);
DELNAME:
    SAVE();
    vm_delete_name(R(0), str_of(K(A)));
    NEXT(2);
MAKECELL: {
    SAVE();
    Value v = cellvar_new(R(A));
    R(A) = v;
    NEXT(2);
}
CELLGET: {
    Value v = cell_var_of(R(B))->content;
    if (is_absent(v)) {
        SAVE();
        vm_raise_unbound(frame->function->code, B);
    }
    R(A) = v;
    NEXT(3);
}
CELLSET:
    cell_var_of(R(A))->content = R(B);
    NEXT(3);
CELLDEL: {
    CellVar *cell = cell_var_of(R(A));
    if (is_absent(cell->content)) {
        SAVE();
        vm_raise_unbound(frame->function->code, A);
    }
    cell->content = ABSENT;
    NEXT(2);
}
FREEGET: {
    Value v = cell_var_of(frame->function->free[B])->content;
    if (is_absent(v)) {
        SAVE();
        vm_raise_unbound_free(frame->function, B);
    }
    R(A) = v;
    NEXT(3);
}
FREESET:
    cell_var_of(frame->function->free[A])->content = R(B);
    NEXT(3);
FREEDEL: {
    CellVar *cell = cell_var_of(frame->function->free[A]);
    if (is_absent(cell->content)) {
        SAVE();
        vm_raise_unbound_free(frame->function, A);
    }
    cell->content = ABSENT;
    NEXT(2);
}
FREECELL:
    R(A) = frame->function->free[B];
    NEXT(3);
FREECLASS: {
    SAVE();
    Value v = vm_load_class_free(R(0), frame->function, B);
    R(A) = v;
    NEXT(3);
}

    // ---- attributes and items --------------------------------------------------------------------
GETATTR: {
    Value object = R(B);
    const Str *name = str_of(K(C));
    const AttrCacheLine *line = cached_attr(object, name);
    if (LIKELY(line && line->kind == ATTR_SLOT)) {
        R(A) = *instance_slot(instance_part(cell_of(object)), line->slot);
    } else if (line && line->kind == ATTR_CLASS) {
        R(A) = line->value;
    } else {
        SAVE();
        Value v = attr_get(object, name);
        R(A) = v;
    }
    NEXT(4);
}
SETATTR: {
    Value object = R(A);
    const Str *name = str_of(K(B));
    const AttrCacheLine *line = cached_attr(object, name);
    if (LIKELY(line && line->kind == ATTR_SLOT &&
               !(cell_of(object)->type->flags & TYPE_SETATTR))) {
        *instance_slot(instance_part(cell_of(object)), line->slot) = R(C);
    } else {
        SAVE();
        attr_set(object, name, R(C)); // has the fast path for new attributes
    }
    NEXT(4);
}
DELATTR:
    SAVE();
    attr_delete(R(A), str_of(K(B)));
    NEXT(3);
LOADMETHOD: {
    Value object = R(B);
    const Str *name = str_of(K(C));
    const AttrCacheLine *line = cached_attr(object, name);
    if (LIKELY(line && line->kind == ATTR_METHOD)) {
        R(A) = line->value;
        R(A + 1) = object;
    } else {
        SAVE();
        Value self = ABSENT, v = attr_get_method(object, name, &self);
        R(A) = v;
        R(A + 1) = self;
    }
    NEXT(4);
}
METHOD: {
    Value object = R(A);
    const Str *name = str_of(K(B));
    const AttrCacheLine *line = cached_attr(object, name);
    if (LIKELY(line && line->kind == ATTR_METHOD)) {
        R(A) = line->value;
        R(A + 1) = object;
    } else {
        SAVE();
        Value self = ABSENT, v = attr_get_method(object, name, &self);
        R(A) = v;
        R(A + 1) = self;
    }
    NEXT(3);
}
GETOWN: {
    Value object = R(0);
    const Str *name = str_of(K(B));
    const AttrCacheLine *line = cached_attr(object, name);
    if (LIKELY(line && line->kind == ATTR_SLOT)) {
        R(A) = *instance_slot(instance_part(cell_of(object)), line->slot);
    } else if (line && line->kind == ATTR_CLASS) {
        R(A) = line->value;
    } else {
        SAVE();
        Value v = attr_get(object, name);
        R(A) = v;
    }
    NEXT(3);
}
SETOWN: {
    Value object = R(0);
    const Str *name = str_of(K(A));
    const AttrCacheLine *line = cached_attr(object, name);
    if (LIKELY(line && line->kind == ATTR_SLOT &&
               !(cell_of(object)->type->flags & TYPE_SETATTR))) {
        *instance_slot(instance_part(cell_of(object)), line->slot) = R(B);
    } else {
        SAVE();
        attr_set(object, name, R(B)); // has the fast path for new attributes
    }
    NEXT(3);
}
GETITEM: {
    Value v, container = R(B), key = R(C);
    if (!list_item(container, key, &v)) {
        SAVE();
        v = vm_getitem(container, key);
    }
    R(A) = v;
    NEXT(4);
}
GETITEMI: {
    Value v, container = R(B), key = int_value(SIGNED(C));
    if (!list_item(container, key, &v)) {
        SAVE();
        v = vm_getitem(container, key);
    }
    R(A) = v;
    NEXT(4);
}
SETITEM:
    if (!store_list_item(R(A), R(B), R(C))) {
        SAVE();
        op_setitem(R(A), R(B), R(C));
    }
    NEXT(4);
SETITEMI:
    if (!store_list_item(R(A), int_value(SIGNED(B)), R(C))) {
        SAVE();
        op_setitem(R(A), int_value(SIGNED(B)), R(C));
    }
    NEXT(4);
DELITEM:
    SAVE();
    op_delitem(R(A), R(B));
    NEXT(3);
GETSLICE: {
    SAVE();
    Value v = vm_getslice(R(B), R(C), R(C + 1));
    R(A) = v;
    NEXT(4);
}
SETSLICE:
    SAVE();
    vm_setslice(R(A), R(B), R(B + 1), R(C));
    NEXT(4);
BUILDSLICE: {
    SAVE();
    Value v = slice_new(R(B), R(B + 1), R(B + 2));
    R(A) = v;
    NEXT(3);
}

    // ---- arithmetic ------------------------------------------------------------------------------
    ARITH(ADD, add_ints, +, vm_binary(OP_ADD, x, y))
    ARITH(SUB, sub_ints, -, vm_binary(OP_SUB, x, y))
    ARITH(MUL, mul_ints, *, vm_binary(OP_MUL, x, y))
    ARITH(IADD, add_ints, +, op_inplace(OP_ADD, x, y))
    ARITH(ISUB, sub_ints, -, op_inplace(OP_SUB, x, y))
    ARITH(IMUL, mul_ints, *, op_inplace(OP_MUL, x, y))
    FLOAT_DIVISION(TRUEDIV, R(C))
    INT_BINARY(FLOORDIV, R(C), floordiv_ints, OP_FLOORDIV)
    INT_BINARY(MOD, R(C), mod_ints, OP_MOD)
    SLOW_BINARY(POW, vm_binary(OP_POW, R(B), R(C)))
    SLOW_BINARY(MATMUL, vm_binary(OP_MATMUL, R(B), R(C)))
    SLOW_BINARY(ITRUEDIV, op_inplace(OP_TRUEDIV, R(B), R(C)))
    SLOW_BINARY(IFLOORDIV, op_inplace(OP_FLOORDIV, R(B), R(C)))
    SLOW_BINARY(IMOD, op_inplace(OP_MOD, R(B), R(C)))
    SLOW_BINARY(IPOW, op_inplace(OP_POW, R(B), R(C)))
    SLOW_BINARY(ILSHIFT, op_inplace(OP_LSHIFT, R(B), R(C)))
    SLOW_BINARY(IRSHIFT, op_inplace(OP_RSHIFT, R(B), R(C)))
    SLOW_BINARY(IMATMUL, op_inplace(OP_MATMUL, R(B), R(C)))
    INT_BINARY(LSHIFT, R(C), lshift_ints, OP_LSHIFT)
    INT_BINARY(RSHIFT, R(C), rshift_ints, OP_RSHIFT)
    BITWISE(AND, &, vm_binary(OP_AND, x, y))
    BITWISE(OR, |, vm_binary(OP_OR, x, y))
    BITWISE(XOR, ^, vm_binary(OP_XOR, x, y))
    BITWISE(IAND, &, op_inplace(OP_AND, x, y))
    BITWISE(IOR, |, op_inplace(OP_OR, x, y))
    BITWISE(IXOR, ^, op_inplace(OP_XOR, x, y))
    ARITH_I(ADDI, add_ints, vm_binary(OP_ADD, x, y))
    ARITH_I(SUBI, sub_ints, vm_binary(OP_SUB, x, y))
    ARITH_I(MULI, mul_ints, vm_binary(OP_MUL, x, y))
    ARITH_I(IADDI, add_ints, op_inplace(OP_ADD, x, y))
    ARITH_I(ISUBI, sub_ints, op_inplace(OP_SUB, x, y))
    INT_BINARY(FLOORDIVI, int_value(SIGNED(C)), floordiv_ints, OP_FLOORDIV)
    INT_BINARY(MODI, int_value(SIGNED(C)), mod_ints, OP_MOD)
    INT_BINARY(LSHIFTI, int_value(SIGNED(C)), lshift_ints, OP_LSHIFT)
    INT_BINARY(RSHIFTI, int_value(SIGNED(C)), rshift_ints, OP_RSHIFT)
    INT_BINARY(ANDI, int_value(SIGNED(C)), and_ints, OP_AND)
    ARITH_K(ADDK, +, OP_ADD)
    ARITH_K(SUBK, -, OP_SUB)
    ARITH_K(MULK, *, OP_MUL)
    FLOAT_DIVISION(TRUEDIVK, K(C))
NEG: {
    Value x = R(B), z;
    if (is_int(x) && LIKELY(int_of(x) != SMALL_INT_MIN)) {
        z = int_value(-int_of(x));
    } else {
        SAVE();
        z = is_word_float(x) ? float_value(-word_float_of(x)) : op_unary(OP_NEG, x);
    }
    R(A) = z;
    NEXT(3);
}
POS: {
    SAVE();
    Value z = op_unary(OP_POS, R(B));
    R(A) = z;
    NEXT(3);
}
INVERT: {
    SAVE();
    Value z = is_int(R(B)) ? int_value(~int_of(R(B))) : op_unary(OP_INVERT, R(B));
    R(A) = z;
    NEXT(3);
}
NOT: {
    SAVE();
    Value z = bool_value(!truth_of(R(B)));
    R(A) = z;
    NEXT(3);
}

    // ---- comparisons -------------------------------------------------------------------------------
    COMPARE(LT, <, CMP_LT)
    COMPARE(LE, <=, CMP_LE)
    COMPARE(EQ, ==, CMP_EQ)
    COMPARE(NE, !=, CMP_NE)
    COMPARE(GT, >, CMP_GT)
    COMPARE(GE, >=, CMP_GE)
IS:
    R(A) = bool_value(same(R(B), R(C)));
    NEXT(4);
ISNOT:
    R(A) = bool_value(!same(R(B), R(C)));
    NEXT(4);
IN: {
    SAVE();
    Value z = bool_value(op_contains(R(C), R(B)));
    R(A) = z;
    NEXT(4);
}
NOTIN: {
    SAVE();
    Value z = bool_value(!op_contains(R(C), R(B)));
    R(A) = z;
    NEXT(4);
}

    // ---- jumps ---------------------------------------------------------------------------------------
JUMP:
    BRANCH(3);
JUMPW:
    SAVE();
    pc += 5 + (int32_t)((uint32_t)pc[1] | (uint32_t)pc[2] << 8 | (uint32_t)pc[3] << 16 |
                        (uint32_t)pc[4] << 24);
    if (UNLIKELY(rt.attention)) {
        goto attend;
    }
    goto *labels[*pc];
JT:
    SAVE();
    if (truth_of(R(A))) {
        BRANCH(4);
    }
    NEXT(4);
JF:
    SAVE();
    if (!truth_of(R(A))) {
        BRANCH(4);
    }
    NEXT(4);
JNONE:
    if (is_none(R(A))) {
        BRANCH(4);
    }
    NEXT(4);
JNOTNONE:
    if (!is_none(R(A))) {
        BRANCH(4);
    }
    NEXT(4);
JABSENT:
    if (is_absent(R(A))) {
        BRANCH(4);
    }
    NEXT(4);
    COMPARE_JUMP(JLT, <, CMP_LT, true)
    COMPARE_JUMP(JLE, <=, CMP_LE, true)
    COMPARE_JUMP(JEQ, ==, CMP_EQ, true)
    COMPARE_JUMP(JNE, !=, CMP_NE, true)
    COMPARE_JUMP(JGT, >, CMP_GT, true)
    COMPARE_JUMP(JGE, >=, CMP_GE, true)
    COMPARE_JUMP(JNLT, <, CMP_LT, false)
    COMPARE_JUMP(JNLE, <=, CMP_LE, false)
    COMPARE_JUMP(JNEQ, ==, CMP_EQ, false)
    COMPARE_JUMP(JNNE, !=, CMP_NE, false)
    COMPARE_JUMP(JNGT, >, CMP_GT, false)
    COMPARE_JUMP(JNGE, >=, CMP_GE, false)
    COMPARE_JUMP_I(JLTI, <, CMP_LT, true)
    COMPARE_JUMP_I(JLEI, <=, CMP_LE, true)
    COMPARE_JUMP_I(JEQI, ==, CMP_EQ, true)
    COMPARE_JUMP_I(JNEI, !=, CMP_NE, true)
    COMPARE_JUMP_I(JGTI, >, CMP_GT, true)
    COMPARE_JUMP_I(JGEI, >=, CMP_GE, true)
    COMPARE_JUMP_I(JNLTI, <, CMP_LT, false)
    COMPARE_JUMP_I(JNLEI, <=, CMP_LE, false)
    COMPARE_JUMP_I(JNEQI, ==, CMP_EQ, false)
    COMPARE_JUMP_I(JNNEI, !=, CMP_NE, false)
    COMPARE_JUMP_I(JNGTI, >, CMP_GT, false)
    COMPARE_JUMP_I(JNGEI, >=, CMP_GE, false)

    // ---- iteration -------------------------------------------------------------------------------------
GETITER: {
    SAVE();
    Value z = op_iter(R(B));
    R(A) = z;
    NEXT(3);
}
GETRANGE:
    SAVE();
    vm_get_range(&R(A), B);
    NEXT(3);
LOOPITER:
    SAVE();
    vm_loop_iter(R(B), &R(A));
    NEXT(3);
FORLOOP: {
    Value iterator = R(A);
    if (is_int(iterator)) {
        if (step_range(&R(A))) {
            R(B) = iterator;
            BRANCH(5);
        }
        NEXT(5);
    }
    Value v = step_fast(&R(A));
    if (LIKELY(is_present(v))) {
        R(B) = v;
        BRANCH(5);
    }
    SAVE();
    if (is_exact(iterator, &generator_type)) {
        Generator *g = generator_of(iterator);
        if (g->state == GEN_CREATED || g->state == GEN_SUSPENDED) {
            generator_push(g, regs + frame->function->code->nregs, NONE, FRAME_FORLOOP);
            LOAD_FRAME();
            goto *labels[*pc];
        }
    }
    Value (*next)(Value) = op_of(cell_of(iterator)->type->ops, next);
    v = LIKELY(next) ? next(iterator) : vm_step_bytes(&R(A));
    if (is_present(v)) {
        R(B) = v;
        BRANCH(5);
    }
    NEXT(5);
}
FORPARTS: {
    const uint8_t *unpack = pc + 5 + JUMP_AT(3);
    if (unpack[0] != OP_CODE_UNPACK || !makes_tuples(R(A))) {
        goto FORLOOP;
    }
    assert_hot(unpack[1] == B);
    SAVE();
    switch (vm_step_parts(R(A), &R(unpack[2]), unpack[3])) {
    case PARTS_OTHER:
        goto FORLOOP;
    case PARTS_END:
        NEXT(5);
    default:
        pc = unpack + 4;
        if (UNLIKELY(rt.attention)) {
            goto attend;
        }
        goto *labels[*pc];
    }
}
UNPACK: {
    Value v = R(A);
    unsigned n = C;
    SAVE();
    if (is_tuple(v) && tuple_of(v)->len == n) {
        for (unsigned i = 0; i < n; i++) {
            R(B + i) = tuple_of(v)->items[i];
        }
    } else {
        vm_unpack(v, &R(B), n);
    }
    NEXT(4);
}
UNPACKEX:
    SAVE();
    vm_unpack_ex(R(A), &R(B), C, D);
    NEXT(5);
UNPACKFAR:
    SAVE();
    vm_unpack_far(frame, pc);
    NEXT(8);

    // ---- displays ----------------------------------------------------------------------------------------
BUILDLIST: {
    SAVE();
    Value z = list_from(&R(B), C);
    R(A) = z;
    NEXT(4);
}
BUILDTUPLE: {
    SAVE();
    Value z = tuple_new(&R(B), C);
    R(A) = z;
    NEXT(4);
}
BUILDSET: {
    SAVE();
    Value z = vm_build_set(&R(B), C);
    R(A) = z;
    NEXT(4);
}
BUILDMAP: {
    SAVE();
    Value z = vm_build_map(&R(B), C);
    R(A) = z;
    NEXT(4);
}
BUILDSTRING: {
    SAVE();
    Value z = vm_build_string(&R(B), C);
    R(A) = z;
    NEXT(4);
}
NEWLIST: {
    SAVE();
    Value z = list_from(NULL, 0);
    R(A) = z;
    NEXT(2);
}
LISTAPPEND: {
    List *list = list_of(R(A));
    if (LIKELY(list->len < list->capacity)) {
        list->items->at[list->len++] = R(B);
    } else {
        SAVE();
        list_append(list, R(B));
    }
    NEXT(3);
}
LISTEXTEND:
    SAVE();
    vm_extend_args(list_of(R(A)), R(B));
    NEXT(3);
LISTTOTUPLE: {
    SAVE();
    Value z = list_to_tuple(list_of(R(B)));
    R(A) = z;
    NEXT(3);
}
SETADD:
    SAVE();
    set_add((Set *)cell_of(R(A)), R(B));
    NEXT(3);
SETUPDATE:
    SAVE();
    set_update((Set *)cell_of(R(A)), R(B));
    NEXT(3);
MAPADD:
    SAVE();
    dict_set(dict_of(R(A)), R(B), R(C));
    NEXT(4);
DICTUPDATE:
    SAVE();
    dict_merge(dict_of(R(A)), R(B));
    NEXT(3);
DICTMERGE:
    SAVE();
    dict_merge_unique(dict_of(R(A)), R(B), R(C));
    NEXT(4);
FORMAT: {
    SAVE();
    Value z = vm_convert_format(R(B), C, N__empty);
    R(A) = z;
    NEXT(4);
}
FORMATSPEC: {
    SAVE();
    Value z = vm_convert_format(R(B), D, str_of(R(C)));
    R(A) = z;
    NEXT(5);
}
BUILDINTERP: {
    SAVE();
    Value z = vm_build_interpolation(&R(B));
    R(A) = z;
    NEXT(3);
}
BUILDTEMPLATE: {
    SAVE();
    Value z = vm_build_template(&R(B), C);
    R(A) = z;
    NEXT(4);
}

    // ---- calls -------------------------------------------------------------------------------------------
CALL:
    CALL_OPERANDS();
    goto call;
CALLM:
    METHOD_CALL_OPERANDS();
call:
    SAVE();
    if (UNLIKELY(rt.attention)) {
        poll_slow();
    }
    // args[-1] is free: it held the callee or an absent receiver.
    if (LIKELY(is_exact(callee, &function_type))) {
        Function *f = function_of(callee);
        const Code *code = f->code;
        if (LIKELY(code->npos == nargs && !(code->flags & CODE_SPECIAL))) {
            ENTER(f, args, nargs);
            goto *labels[*pc];
        }
        if (vm_enter_function(f, nargs, args, NULL, FRAME_CALL, ABSENT, &args[-1])) {
            LOAD_FRAME();
            goto *labels[*pc];
        }
        callee = args[-1]; // a generator
        goto called;
    }
    if (is_exact(callee, &native_method_type) || is_exact(callee, &native_type)) {
        t->top = args + nargs;
        callee = vm_call_native(native_of(callee), nargs, args);
        goto called;
    }
    if (vm_call_other(callee, nargs, args, NULL)) {
        LOAD_FRAME();
        goto *labels[*pc];
    }
    callee = args[-1];
called:
    CALL_RESULT(callee, 4);
CALLKW:
    CALL_OPERANDS();
    goto call_keywords;
CALLMKW:
    METHOD_CALL_OPERANDS();
call_keywords:
    SAVE();
    if (UNLIKELY(rt.attention)) {
        poll_slow();
    }
    if (vm_call_other(callee, nargs, args, tuple_of(K(D)))) {
        LOAD_FRAME();
        goto *labels[*pc];
    }
    CALL_RESULT(args[-1], 5);
CALLEX:
    SAVE();
    if (UNLIKELY(rt.attention)) {
        poll_slow();
    }
    if (vm_call_spread(&R(B))) {
        LOAD_FRAME();
        goto *labels[*pc];
    }
    CALL_RESULT(R(B), 3);
CALLSUPER: {
    SAVE();
    Value z = vm_call_super(&R(B));
    R(A) = z;
    NEXT(3);
}
RETURNNONE:
    callee = NONE;
    goto leave;
RETURN:
    callee = R(A);
leave: // with the result in callee
    switch (frame_kind(frame)) {
    case FRAME_CALL:
        break;
    case FRAME_INIT:
        if (UNLIKELY(!is_none(callee))) {
            SAVE();
            raise_type_error("__init__() should return None, not '%T'", callee);
        }
        callee = frame->object;
        break;
    case FRAME_FORLOOP:
        generator_end(generator_of(frame->object));
        t->result = callee;
        frame_pop(t);
        LOAD_FRAME();
        t->top = regs + frame->function->code->nregs;
        NEXT(5);
    default:
        if (is_present(frame->object)) {
            generator_end(generator_of(frame->object));
        }
        *result = callee;
        frame_pop(t);
        return VM_RETURN;
    }
    frame_pop(t);
    LOAD_FRAME();
    t->top = regs + frame->function->code->nregs;
    R(A) = callee;
    NEXT(call_length(pc));

MAKEFUNCTION: {
    SAVE();
    Value z = vm_make_function(frame, code_of(K(B)), C, &R(D), NULL);
    R(A) = z;
    NEXT(5);
}
MAKECLOSURE: {
    SAVE();
    Value z = vm_make_function(frame, code_of(K(B)), C, &R(D), pc + 6);
    R(A) = z;
    NEXT(6 + 2 * pc[5]);
}
MORECELLS:
    vm_add_cells(frame, function_of(R(A)), pc[2] | pc[3] << 8, pc + 5, pc[4]);
    NEXT(5 + 2 * pc[4]);
IMPORT: {
    SAVE();
    Value z = vm_import(frame->function, str_of(K(B)), R(D), C);
    R(A) = z;
    NEXT(5);
}
IMPORTFROM: {
    SAVE();
    Value z = vm_import_from(R(B), str_of(K(C)));
    R(A) = z;
    NEXT(4);
}
IMPORTSTAR:
    SAVE();
    vm_import_star(frame->function, R(A), B ? R(0) : ABSENT);
    NEXT(3);

    // ---- exceptions ----------------------------------------------------------------------------------------
RAISE:
    SAVE();
    exception_raise(R(A), ABSENT);
RAISEFROM:
    SAVE();
    exception_raise(R(A), R(B));
RERAISE:
    SAVE();
    if (is_absent(t->handled)) {
        raise_runtime_error("No active exception to reraise");
    }
    *result = t->handled;
    return VM_RERAISE;
RAISEAGAIN:
    SAVE();
    *result = R(A);
    return VM_RERAISE;
PUSHEXC: {
    Value previous = t->handled;
    t->handled = R(B);
    R(A) = previous;
    if (is_present(frame->object) && frame_kind(frame) != FRAME_INIT) {
        // A generator must not keep the exception its caller handles: that may be another one later.
        Generator *g = generator_of(frame->object);
        R(A) = g->flags & GEN_HANDLING ? previous : ABSENT;
        g->flags |= GEN_HANDLING;
    }
    NEXT(3);
}
ENDEXC:
    R(A + 1) = ABSENT;
POPEXC:
    t->handled = R(A);
    if (is_absent(R(A)) && is_present(frame->object) && frame_kind(frame) != FRAME_INIT) {
        Generator *g = generator_of(frame->object);
        t->handled = g->handled;
        g->flags &= (uint8_t)~GEN_HANDLING;
    }
    NEXT(2);
JNEXC:
    SAVE();
    if (!exception_match(R(A), R(B))) {
        BRANCH(5);
    }
    NEXT(5);
JNEXCANY:
    SAVE();
    if (!exception_match_any(R(A), C, &R(B))) {
        BRANCH(6);
    }
    NEXT(6);
EXCSPLIT: {
    SAVE();
    Value match = ABSENT, rest = ABSENT;
    exception_split(R(B), R(C), &match, &rest);
    R(A) = is_present(match) ? match : NONE;
    R(B) = is_present(rest) ? rest : NONE;
    NEXT(4);
}
EXCREGROUP: {
    SAVE();
    Value z = exception_regroup(R(B), R(C));
    R(A) = is_present(z) ? z : NONE;
    NEXT(4);
}
WITHENTER:
    SAVE();
    vm_with_enter(R(B), C, &R(A));
    NEXT(4);
WITHEXIT: {
    SAVE();
    Value z = vm_with_exit(R(B), ABSENT);
    R(A) = z;
    NEXT(3);
}
WITHEXITEXC: {
    SAVE();
    Value z = vm_with_exit(R(B), R(C));
    R(A) = z;
    NEXT(4);
}

    // ---- generators ------------------------------------------------------------------------------------------
YIELD:
YIELDFROM: {
    Generator *g = generator_of(frame->object);
    callee = R(B);
    SAVE();
    if (pc[0] == OP_CODE_YIELD && (frame->function->code->flags & CODE_ASYNC_GENERATOR)) {
        callee = async_wrap(callee);
    }
    generator_save(g, frame);
    bool in_loop = frame_kind(frame) == FRAME_FORLOOP;
    frame_pop(t);
    if (!in_loop) {
        *result = callee;
        return VM_YIELD;
    }
    LOAD_FRAME();
    t->top = regs + frame->function->code->nregs;
    R(B) = callee;
    BRANCH(5);
}
SEND: {
    SAVE();
    Value v;
    bool yielded = vm_send(R(B), R(C), &v);
    R(A) = v;
    if (!yielded) {
        BRANCH(6);
    }
    NEXT(6);
}
GETYIELDFROM: {
    SAVE();
    Value z = vm_get_yield_from(frame->function, R(B));
    R(A) = z;
    NEXT(3);
}
GETAWAITABLE: {
    SAVE();
    Value z = vm_get_awaitable(R(B), NULL);
    R(A) = z;
    NEXT(3);
}
GETAITER: {
    SAVE();
    Value z = vm_get_aiter(R(B));
    R(A) = z;
    NEXT(3);
}
GETANEXT: {
    SAVE();
    Value z = vm_get_anext(R(B));
    R(A) = z;
    NEXT(3);
}
ENDASYNCFOR:
    if (exception_matches(R(A), &stop_async_iteration_type)) {
        NEXT(2);
    }
    SAVE();
    *result = R(A);
    return VM_RERAISE;

    // ---- match ---------------------------------------------------------------------------------------------------
MATCHSEQ:
    R(A) = bool_value(type_of(R(B))->flags & TYPE_SEQUENCE);
    NEXT(3);
MATCHMAP:
    R(A) = bool_value(type_of(R(B))->flags & TYPE_MAPPING);
    NEXT(3);
GETLEN: {
    SAVE();
    Value z = int_from(op_len(R(B)));
    R(A) = z;
    NEXT(3);
}
MATCHKEYS: {
    SAVE();
    Value z;
    R(A) = vm_match_keys(R(B), tuple_of(R(C)), &z) ? z : NONE;
    NEXT(4);
}
MATCHREST: {
    SAVE();
    Value z = vm_match_rest(R(B), tuple_of(R(C)));
    R(A) = z;
    NEXT(4);
}
MATCHCLASS: {
    SAVE();
    Value z = vm_match_class(R(B), R(C), pc[4] | pc[5] << 8, tuple_of(R(pc[6])));
    R(A) = z;
    NEXT(7);
}
PRINTEXPR:
    SAVE();
    hook_display(R(A));
    NEXT(2);
ANNOTATE:
    SAVE();
    vm_annotate(frame->function, str_of(K(A)), R(B));
    NEXT(3);

bad_opcode:
    assert(!"opcode");
    SAVE();
    raise_error(&system_error_type, "unknown opcode");
}
