// SPDX-License-Identifier: MIT
// names.c: global, builtin and namespace names; the instructions under WIDE.
#include "objects/module_implicit.h"
#include "objects/type_params.h"
#include "vm/internal.h"
#include <assert.h>

// __spec__ and the like, which modules have without keeping them.
static Value implicit_global(Dict *globals, const Str *name) {
    Value v = module_implicit_global(globals, name);
    if (is_absent(v)) {
        raise_name_error(name);
    }
    return v;
}

Value vm_load_global(const Function *f, const Str *name) {
    assert_hot(name->interned);
    Dict *globals = function_globals(f);
    GlobalCacheLine *line = global_line(f->context, name);
    intptr_t index = dict_find_name(globals, name);
    if (index >= 0) {
        *line = (GlobalCacheLine){f->context, name, cell_value(globals), (uint32_t)index, 0};
        return dict_get_name(globals, name);
    }
    Value own = dict_get_name(globals, N___builtins__); // exec with builtins of its own
    if (is_present(own) && is_dict(own)) {
        Value v = dict_get_name(dict_of(own), name);
        if (is_absent(v)) {
            raise_name_error(name);
        }
        return v;
    }
    if (name == N___builtins__) {
        return rt.roots.builtins;
    }
    Value v = module_get(rt.roots.builtins, name);
    if (is_absent(v)) {
        return implicit_global(globals, name);
    }
    globals->live |= DICT_WATCHED;
    Dict *extra = ((Module *)cell_of(rt.roots.builtins))->dict;
    if (extra) {
        extra->live |= DICT_WATCHED;
    }
    *line = (GlobalCacheLine){f->context, name, v, 0, rt.namespace_version};
    return v;
}

static Value find_name(Value namespace, const Str *name) {
    if (is_dict(namespace)) {
        return dict_get_name(dict_of(namespace), name);
    }
    Catch c;
    volatile Value v = ABSENT;
    if (TRY(c)) {
        v = op_getitem(namespace, str_value(name));
        catch_leave(&c);
    } else if (!exception_matches(c.exception, &key_error_type)) {
        raise_again(c.exception);
    }
    return v;
}

Value vm_load_name(Value namespace, const Function *f, const Str *name) {
    Value v = find_name(namespace, name);
    return is_present(v) ? v : vm_load_global(f, name);
}

Value vm_load_class_free(Value namespace, const Function *f, unsigned index) {
    assert(index < code_nfree(f->code));
    Value v = find_name(namespace, code_free_name(f->code, index));
    if (is_absent(v)) {
        v = cell_var_of(f->free[index])->content;
    }
    if (is_absent(v)) {
        vm_raise_unbound_free(f, index);
    }
    return v;
}

void vm_store_name(Value namespace, const Str *name, Value v) {
    assert(name->interned && is_present(v));
    if (is_dict(namespace)) {
        dict_set_name(dict_of(namespace), name, v);
    } else {
        op_setitem(namespace, str_value(name), v);
    }
}

void vm_delete_name(Value namespace, const Str *name) {
    assert(name->interned);
    if (is_absent(find_name(namespace, name))) {
        raise_name_error(name);
    }
    op_delitem(namespace, str_value(name));
}

void vm_delete_global(const Function *f, const Str *name) {
    assert(name->interned);
    if (!dict_remove_name(function_globals(f), name)) {
        raise_name_error(name);
    }
}

void vm_raise_unbound(const Code *c, unsigned reg) {
    const Str *name = code_local_name(c, reg);
    Value e = exception_formatted(&unbound_local_error_type,
                                  "cannot access local variable '%S' where it is not associated "
                                  "with a value",
                                  name ? name : N__unknown);
    raise_value(e);
}

void vm_raise_unbound_free(const Function *f, unsigned index) {
    assert(index < code_nfree(f->code));
    raise_error(&name_error_type,
                "cannot access free variable '%S' where it is not associated with a value in "
                "enclosing scope",
                code_free_name(f->code, index));
}

static const Native build_class_row = FUNCTION_KW(N___build_class__, builtin_build_class, 2, NATIVE_MANY);
static const Native type_param_row = FUNCTION_VAR(N__type_params, type_param_make, 4, 4);
static const Native type_alias_row = FUNCTION_VAR(N__type_params, type_alias_make, 3, 3);
static const Native generic_row = FUNCTION_1(N__generic_base, type_generic_base);

Value vm_known(unsigned which) {
    static const Value known[KNOWN_COUNT] = {
        [KNOWN_NONE] = CONST_VALUE(&none_cell),
        [KNOWN_TRUE] = CONST_VALUE(&true_cell),
        [KNOWN_FALSE] = CONST_VALUE(&false_cell),
        [KNOWN_ABSENT] = {0},
        [KNOWN_ELLIPSIS] = CONST_VALUE(&ellipsis_cell),
        [KNOWN_ASSERTION_ERROR] = CONST_VALUE(&assertion_error_type),
        [KNOWN_BUILD_CLASS] = CONST_VALUE(&build_class_row),
        [KNOWN_TYPE_PARAM] = CONST_VALUE(&type_param_row),
        [KNOWN_TYPE_ALIAS] = CONST_VALUE(&type_alias_row),
        [KNOWN_GENERIC] = CONST_VALUE(&generic_row),
    };
    assert(which < KNOWN_COUNT);
    return known[which];
}

static CellVar *free_cell(const Function *f, unsigned index) {
    assert_hot(index < code_nfree(f->code));
    assert(index < code_nfree(f->code));
    return cell_var_of(f->free[index]);
}

static Value free_content(const Function *f, unsigned index) {
    Value v = free_cell(f, index)->content;
    if (is_absent(v)) {
        vm_raise_unbound_free(f, index);
    }
    return v;
}

// WIDE h OP ...: the constant index (free variable) is h * 256 more than the operand says. Rare:
// no caches.
const uint8_t *vm_wide(Frame *frame, const uint8_t *pc) {
    unsigned high = pc[1] * 256u;
    const Value *consts = frame->function->code->pool->items + high;
    Value *regs = frame->regs;
    const uint8_t *i = pc + 2; // the instruction
    switch (i[0]) {
    case OP_CODE_LOADK:
        regs[i[1]] = consts[i[2]];
        return i + 3;
    case OP_CODE_LOADGLOBAL:
    case OP_CODE_COMPGLOBAL:
        regs[i[1]] = vm_load_global(frame->function, str_of(consts[i[2]]));
        return i + 3;
    case OP_CODE_STOREGLOBAL:
    case OP_CODE_COMPSTORE:
        dict_set_name(function_globals(frame->function), str_of(consts[i[1]]), regs[i[2]]);
        return i + 3;
    case OP_CODE_DELGLOBAL:
        vm_delete_global(frame->function, str_of(consts[i[1]]));
        return i + 2;
    case OP_CODE_LOADNAME:
    case OP_CODE_COMPNAME:
        regs[i[1]] = vm_load_name(regs[0], frame->function, str_of(consts[i[2]]));
        return i + 3;
    case OP_CODE_STORENAME:
        vm_store_name(regs[0], str_of(consts[i[1]]), regs[i[2]]);
        return i + 3;
    case OP_CODE_DELNAME:
        vm_delete_name(regs[0], str_of(consts[i[1]]));
        return i + 2;
    case OP_CODE_FREECLASS:
        regs[i[1]] = vm_load_class_free(regs[0], frame->function, high | i[2]);
        return i + 3;
    case OP_CODE_FREEGET:
        regs[i[1]] = free_content(frame->function, high | i[2]);
        return i + 3;
    case OP_CODE_FREESET:
        free_cell(frame->function, high | i[1])->content = regs[i[2]];
        return i + 3;
    case OP_CODE_FREEDEL:
        free_content(frame->function, high | i[1]);
        free_cell(frame->function, high | i[1])->content = ABSENT;
        return i + 2;
    case OP_CODE_GETATTR:
        regs[i[1]] = attr_get(regs[i[2]], str_of(consts[i[3]]));
        return i + 4;
    case OP_CODE_SETATTR:
        attr_set(regs[i[1]], str_of(consts[i[2]]), regs[i[3]]);
        return i + 4;
    case OP_CODE_DELATTR:
        attr_delete(regs[i[1]], str_of(consts[i[2]]));
        return i + 3;
    case OP_CODE_LOADMETHOD: {
        Value self = ABSENT, object = regs[i[2]];
        regs[i[1]] = attr_get_method(object, str_of(consts[i[3]]), &self);
        regs[i[1] + 1] = self;
        return i + 4;
    }
    case OP_CODE_METHOD: {
        Value self = ABSENT, object = regs[i[1]];
        regs[i[1]] = attr_get_method(object, str_of(consts[i[2]]), &self);
        regs[i[1] + 1] = self;
        return i + 3;
    }
    case OP_CODE_GETOWN:
        regs[i[1]] = attr_get(regs[0], str_of(consts[i[2]]));
        return i + 3;
    case OP_CODE_SETOWN:
        attr_set(regs[0], str_of(consts[i[1]]), regs[i[2]]);
        return i + 3;
    case OP_CODE_MAKEFUNCTION:
        regs[i[1]] = vm_make_function(frame, code_of(consts[i[2]]), i[3], &regs[i[4]], NULL);
        return i + 5;
    case OP_CODE_MAKECLOSURE:
        regs[i[1]] = vm_make_function(frame, code_of(consts[i[2]]), i[3], &regs[i[4]], i + 6);
        return i + 6 + 2 * i[5];
    case OP_CODE_IMPORT:
        regs[i[1]] = vm_import(frame->function, str_of(consts[i[2]]), regs[i[4]], i[3]);
        return i + 5;
    case OP_CODE_IMPORTFROM:
        regs[i[1]] = vm_import_from(regs[i[2]], str_of(consts[i[3]]));
        return i + 4;
    case OP_CODE_ANNOTATE:
        vm_annotate(frame->function, str_of(consts[i[1]]), regs[i[2]]);
        return i + 3;
    default:
        raise_error(&system_error_type, "bad wide instruction");
    }
}
