// SPDX-License-Identifier: MIT
// ops.c: slow paths of the loop's operations on values.
#include "objects/iterators.h"
#include "text/buffer.h"
#include "text/operand.h"
#include "vm/internal.h"
#include <assert.h>

// ---- numbers ---------------------------------------------------------------------------------

static Value mixed_floats(BinaryOp op, Value a, Value b) {
    Float x = is_int(a) ? (Float)int_of(a) : float_of(a);
    Float y = is_int(b) ? (Float)int_of(b) : float_of(b);
    switch (op) {
    case OP_ADD: return float_value(x + y);
    case OP_SUB: return float_value(x - y);
    case OP_MUL: return float_value(x * y);
    default: return float_binary(op, x, y);
    }
}

static inline bool is_plain_number(Value v) {
    return is_int(v) || is_float(v);
}

Value vm_binary(BinaryOp op, Value a, Value b) {
    if (are_ints(a, b)) {
        return int_binary(op, a, b);
    }
    if (op <= OP_POW && is_plain_number(a) && is_plain_number(b)) {
        return mixed_floats(op, a, b);
    }
    return op_binary(op, a, b);
}

static inline bool is_exact_in_float(Value v) {
    const int64_t most = (int64_t)1 << FLOAT_MANTISSA_BITS;
    return is_float(v) || (is_int(v) && int_of(v) > -most && int_of(v) < most);
}

static inline Float number_of(Value v) {
    return is_int(v) ? (Float)int_of(v) : float_of(v);
}

bool vm_compare_true(CompareOp op, Value a, Value b) {
    if (is_str(a) && is_str(b) && (op == CMP_EQ || op == CMP_NE)) {
        return str_equal(str_of(a), str_of(b)) == (op == CMP_EQ);
    }
    if (is_exact_in_float(a) && is_exact_in_float(b)) {
        return float_is(op, number_of(a), number_of(b));
    }
    return op_truth(op_compare(op, a, b));
}

Value vm_compare(CompareOp op, Value a, Value b) {
    if ((is_str(a) && is_str(b) && (op == CMP_EQ || op == CMP_NE)) ||
        (is_exact_in_float(a) && is_exact_in_float(b))) {
        return bool_value(vm_compare_true(op, a, b));
    }
    return op_compare(op, a, b);
}

// ---- items -------------------------------------------------------------------------------------

Value vm_getitem(Value container, Value key) {
    if (is_dict(container)) {
        Value v = dict_get(dict_of(container), key);
        if (is_present(v)) {
            return v;
        }
        raise_key_error(key);
    }
    return op_getitem(container, key);
}

// Builtin sequences only look at a slice: for them it need not be a heap cell.
static bool only_looks_at_slice(Value container) {
    const Type *t = type_of(container);
    bool sequence = (t->flags & TYPE_SEQUENCE) || t == &str_type || t == &bytes_type ||
                    t == &bytearray_type;
    return sequence && !(t->flags & TYPE_HEAP);
}

Value vm_getslice(Value container, Value start, Value stop) {
    Slice slice = {{&slice_type}, start, stop, NONE};
    return op_getitem(container, only_looks_at_slice(container) ? cell_value(&slice)
                                                                : slice_new(start, stop, NONE));
}

void vm_setslice(Value container, Value start, Value stop, Value v) {
    Slice slice = {{&slice_type}, start, stop, NONE};
    Value key = only_looks_at_slice(container) ? cell_value(&slice) : slice_new(start, stop, NONE);
    op_setitem(container, key, v);
}

// ---- unpacking ---------------------------------------------------------------------------------

static Value unpack_iter(Value v) {
    const Type *t = type_of(v);
    if (!op_of(t->ops, iter) && !op_of(t->ops, getitem)) {
        raise_type_error("cannot unpack non-iterable %T object", v);
    }
    if ((t->flags & TYPE_HEAP) && is_absent(type_lookup(t, N___iter__)) &&
        is_absent(type_lookup(t, N___getitem__))) {
        raise_type_error("cannot unpack non-iterable %T object", v);
    }
    return op_iter(v);
}

// How many items range(start, stop, step) has; may be more than a small int.
static uintptr_t range_count(intptr_t start, intptr_t stop, intptr_t step) {
    bool up = step > 0;
    if (up ? start >= stop : start <= stop) {
        return 0;
    }
    uintptr_t distance = (uintptr_t)(up ? stop : start) - (uintptr_t)(up ? start : stop);
    return (distance - 1) / (up ? (uintptr_t)step : 0 - (uintptr_t)step) + 1;
}

static bool range_in_registers(Value *at, size_t n) {
    Value start = n > 1 ? at[1] : int_value(0), stop = n > 1 ? at[2] : at[1];
    Value step = n > 2 ? at[3] : int_value(1);
    if (!same(at[0], type_value(&range_type)) || !is_int(start) || !is_int(stop) || !is_int(step) ||
        int_of(step) == 0) {
        return false;
    }
    uintptr_t count = range_count(int_of(start), int_of(stop), int_of(step));
    if (count > (uintptr_t)SMALL_INT_MAX) {
        return false;
    }
    at[0] = start;
    at[1] = int_value((intptr_t)count);
    at[2] = step;
    return true;
}

void vm_get_range(Value *at, size_t n) {
    assert(n >= 1 && n <= 3);
    if (!range_in_registers(at, n)) {
        at[0] = op_iter(op_call(at[0], n, at + 1));
    }
}

void vm_loop_iter(Value iterable, Value *at) {
    if (is_list(iterable) || is_tuple(iterable) || is_bytes(iterable) ||
        is_exact(iterable, &bytearray_type)) {
        at[0] = iterable;
        at[1] = int_value(0);
    } else {
        at[0] = op_iter(iterable);
    }
}

Value vm_step_bytes(Value *at) {
    assert_hot(int_of(at[1]) >= 0);
    size_t i = (size_t)int_of(at[1]), size = 0;
    const uint8_t *data = NULL;
    if (is_bytes(at[0])) {
        data = bytes_of(at[0])->data;
        size = bytes_of(at[0])->size;
    } else if (is_exact(at[0], &bytearray_type)) {
        const ByteArray *a = (const ByteArray *)cell_of(at[0]);
        size = a->size;
        data = size ? a->storage->data : NULL;
    }
    if (i < size) {
        at[1] = int_value((intptr_t)i + 1);
        return int_value(data[i]);
    }
    at[0] = ABSENT; // the loop is over: it is not kept alive any more
    return ABSENT;
}

VmParts vm_step_parts(Value iterator, Value *out, size_t n) {
    const Type *type = cell_of(iterator)->type;
    bool stepped;
    if (type == &zip_type) {
        if (n != zip_width(iterator) || n > ZIP_PARTS) {
            return PARTS_OTHER;
        }
        stepped = zip_step(iterator, out);
    } else if (n != 2) {
        return PARTS_OTHER;
    } else {
        stepped = type == &enumerate_type ? enumerate_step(iterator, out) : dict_item_step(iterator, out);
    }
    return stepped ? PARTS_STEPPED : PARTS_END;
}

void vm_unpack(Value v, Value *out, size_t n) {
    if (is_list(v) || is_tuple(v)) {
        size_t len = is_list(v) ? list_of(v)->len : tuple_of(v)->len;
        if (len == n) {
            memcpy(out, is_list(v) ? (n ? list_of(v)->items->at : out) : tuple_of(v)->items,
                   n * sizeof *out);
            return;
        }
        if (len > n) {
            raise_value_error("too many values to unpack (expected %z, got %z)", (intptr_t)n,
                              (intptr_t)len);
        }
    }
    Value iterator = unpack_iter(v);
    for (size_t i = 0; i < n; i++) {
        out[i] = op_next(iterator);
        if (is_absent(out[i])) {
            raise_value_error("not enough values to unpack (expected %z, got %z)", (intptr_t)n,
                              (intptr_t)i);
        }
    }
    if (is_present(op_next(iterator))) {
        if (is_dict(v)) {
            raise_value_error("too many values to unpack (expected %z, got %z)", (intptr_t)n,
                              (intptr_t)dict_len(dict_of(v)));
        }
        raise_value_error("too many values to unpack (expected %z)", (intptr_t)n);
    }
}

void vm_unpack_ex(Value v, Value *out, size_t before, size_t after) {
    assert(is_present(v));
    Value iterator = unpack_iter(v);
    for (size_t i = 0; i < before; i++) {
        out[i] = op_next(iterator);
        if (is_absent(out[i])) {
            raise_value_error("not enough values to unpack (expected at least %z, got %z)",
                              (intptr_t)(before + after), (intptr_t)i);
        }
    }
    Value rest = list_from_iterable(iterator);
    List *list = list_of(rest);
    if (list->len < after) {
        raise_value_error("not enough values to unpack (expected at least %z, got %z)",
                          (intptr_t)(before + after), (intptr_t)(before + list->len));
    }
    list->len -= (uint32_t)after;
    for (size_t i = 0; i < after; i++) {
        out[before + 1 + i] = list->items->at[list->len + i];
        list->items->at[list->len + i] = ABSENT;
    }
    out[before] = rest;
}

void vm_unpack_far(Frame *frame, const uint8_t *pc) {
    unsigned far = pc[2] | pc[3] << 8, n = pc[4] | pc[5] << 8, after = pc[6] | pc[7] << 8;
    Tuple *items = tuple_alloc(n + after); // with `after` comes the list
    if (after) {
        vm_unpack_ex(frame->regs[pc[1]], items->items, n, after - 1);
    } else {
        vm_unpack(frame->regs[pc[1]], items->items, n);
    }
    for (unsigned i = 0; i < n + after; i++) {
        *far_register(frame->regs, far + i) = items->items[i];
    }
}

void vm_extend_args(List *list, Value iterable) {
    if (!operand_is_iterable(iterable)) {
        raise_type_error("Value after * must be an iterable, not %T", iterable);
    }
    list_extend(list, iterable);
}

// ---- displays --------------------------------------------------------------------------------------
// Out of the loop, so that its C frame keeps no word of what was built.

Value vm_build_set(const Value *items, size_t n) {
    Set *set = set_new(&set_type, n);
    for (size_t i = 0; i < n; i++) {
        set_add(set, items[i]);
    }
    return cell_value(set);
}

Value vm_build_map(const Value *pairs, size_t n) {
    Dict *dict = dict_new(n);
    for (size_t i = 0; i < n; i++) {
        dict_set(dict, pairs[2 * i], pairs[2 * i + 1]);
    }
    return cell_value(dict);
}

// ---- formatted strings ---------------------------------------------------------------------------

Value vm_convert_format(Value v, unsigned conversion, const Str *spec) {
    switch (conversion) {
    case 'r': v = op_repr_given(v); break;
    case 's': v = op_str(v); break;
    case 'a': v = str_ascii(v); break;
    default: break;
    }
    if (spec->size == 0) {
        if (is_str(v)) {
            return v;
        }
        if (is_int(v)) {
            return op_str(v);
        }
    }
    return format_value(v, spec);
}

Value vm_build_string(const Value *parts, size_t n) {
    size_t size = 0;
    bool ascii = true;
    for (size_t i = 0; i < n; i++) {
        assert(is_kind(parts[i], &str_type));
        const Str *s = str_of(unbox(parts[i]));
        size = size_add(size, s->size);
        ascii &= s->ascii;
    }
    Str *s = str_alloc(size);
    char *at = s->text;
    for (size_t i = 0; i < n; i++) {
        const Str *part = str_of(unbox(parts[i]));
        poll_copy(at, part->text, part->size);
        at += part->size;
    }
    s->ascii = ascii;
    return str_value(s);
}

// ---- with ------------------------------------------------------------------------------------------

static _Noreturn void raise_no_manager(Value manager, bool is_async, const Str *missed) {
    const Type *t = type_of(manager);
    const Str *enter_name = is_async ? N___enter__ : N___aenter__; // the other protocol's
    const Str *exit_name = is_async ? N___exit__ : N___aexit__;
    bool other = is_present(type_lookup(t, enter_name)) && is_present(type_lookup(t, exit_name));
    const char *hint = !other     ? ""
                       : is_async ? " but it supports the context manager protocol. Did you mean "
                                    "to use 'with'?"
                                  : " but it supports the asynchronous context manager protocol. "
                                    "Did you mean to use 'async with'?";
    raise_type_error("'%T' object does not support the %scontext manager protocol (missed %S "
                     "method)%s",
                     manager, is_async ? "asynchronous " : "", missed, hint);
}

void vm_with_enter(Value manager, bool is_async, Value *out) {
    const Str *enter_name = is_async ? N___aenter__ : N___enter__;
    const Str *exit_name = is_async ? N___aexit__ : N___exit__;
    const Type *t = type_of(manager);
    Value exit = type_lookup(t, exit_name);
    if (is_absent(type_lookup(t, enter_name)) || is_absent(exit)) {
        raise_no_manager(manager, is_async,
                         is_absent(type_lookup(t, enter_name)) ? enter_name : exit_name);
    }
    const Ops *ops = type_of(exit)->ops;
    exit = ops && op_of(ops, descr_get) ? op_of(ops, descr_get)(exit, manager, t) : exit;
    Value entered;
    call_special(manager, enter_name, 0, NULL, &entered);
    out[0] = exit;
    out[1] = entered;
}

Value vm_with_exit(Value exit, Value exc) {
    Value args[3] = {NONE, NONE, NONE};
    if (is_present(exc)) {
        args[0] = type_value(type_of(exc));
        args[1] = exc;
        args[2] = is_present(exception_of(exc)->traceback) ? exception_of(exc)->traceback : NONE;
    }
    return op_call(exit, 3, args);
}

// ---- match -------------------------------------------------------------------------------------------

bool vm_match_keys(Value subject, const Tuple *keys, Value *out) {
    Tuple *values = tuple_alloc(keys->len);
    for (size_t i = 0; i < keys->len; i++) {
        for (size_t k = 0; k < i; k++) {
            if (op_equal(keys->items[k], keys->items[i])) {
                raise_value_error("mapping pattern checks duplicate key (%V)", keys->items[i]);
            }
        }
        Value v;
        if (is_dict(subject)) {
            v = dict_get(dict_of(subject), keys->items[i]);
        } else {
            Value args[2] = {keys->items[i], cell_value(values)}; // the tuple: a unique default
            v = op_call_method(subject, N_get, 2, args);
            v = same(v, cell_value(values)) ? ABSENT : v;
        }
        if (is_absent(v)) {
            return false;
        }
        values->items[i] = v;
    }
    *out = cell_value(values);
    return true;
}

Value vm_match_rest(Value subject, const Tuple *keys) {
    Dict *rest = dict_new(0);
    dict_update(rest, subject);
    for (size_t i = 0; i < keys->len; i++) {
        dict_remove(rest, keys->items[i]);
    }
    return cell_value(rest);
}

// Types whose one positional pattern matches the subject itself.
static bool matches_self(const Type *cls) {
    static const Type *const self_types[] = {&bool_type, &bytearray_type, &bytes_type, &dict_type,
                                             &float_type, &frozenset_type, &int_type, &list_type,
                                             &set_type, &str_type, &tuple_type};
    for (size_t i = 0; i < COUNT_OF(self_types); i++) {
        if (is_subtype(cls, self_types[i])) {
            return true;
        }
    }
    return false;
}

// An attribute may have one sub-pattern: raises if `name` is among the n names at `seen`.
static void check_pattern_new(Value cls, const Value *seen, size_t n, Value name) {
    for (size_t i = 0; i < n; i++) {
        if (str_equal(str_of(seen[i]), str_of(name))) {
            raise_type_error("%S() got multiple sub-patterns for attribute %V", class_of(cls)->name,
                             name);
        }
    }
}

// Puts what positional patterns match into *out, up to the first attribute that is missing. Returns
// __match_args__, or ABSENT if the subject itself is matched.
static Value match_positional(Value subject, Value cls, unsigned npos, Tuple *out) {
    assert(is_class(cls));
    Value names = attr_find(cls, N___match_args__);
    if (is_absent(names)) {
        if (!matches_self(class_of(cls))) {
            raise_type_error("%S() accepts 0 positional sub-patterns (%d given)",
                             class_of(cls)->name, (int)npos);
        }
        if (npos > 1) {
            raise_type_error("%S() accepts 1 positional sub-pattern (%d given)",
                             class_of(cls)->name, (int)npos);
        }
        out->items[0] = subject;
        return ABSENT;
    }
    if (!is_tuple(names)) {
        raise_type_error("%S.__match_args__ must be a tuple (got %T)", class_of(cls)->name, names);
    }
    size_t allowed = tuple_of(names)->len;
    if (allowed < npos) {
        raise_type_error("%S() accepts %z positional sub-pattern%s (%d given)", class_of(cls)->name,
                         (intptr_t)allowed, allowed == 1 ? "" : "s", (int)npos);
    }
    for (unsigned i = 0; i < npos; i++) {
        Value name = tuple_of(names)->items[i];
        if (!is_str(name)) {
            raise_type_error("__match_args__ elements must be strings (got %T)", name);
        }
        check_pattern_new(cls, tuple_of(names)->items, i, name);
        out->items[i] = attr_find(subject, str_intern(name));
        if (is_absent(out->items[i])) {
            break;
        }
    }
    return names;
}

Value vm_match_class(Value subject, Value cls, unsigned npos, const Tuple *names) {
    if (!is_class(cls)) {
        raise_type_error("called match pattern must be a class");
    }
    if (!op_isinstance(subject, cls)) {
        return NONE;
    }
    Tuple *out = tuple_alloc(npos + names->len);
    Value positional = npos ? match_positional(subject, cls, npos, out) : ABSENT;
    for (size_t i = 0; i < names->len; i++) {
        if (npos && is_absent(out->items[npos - 1])) {
            return NONE;
        }
        if (is_present(positional)) {
            check_pattern_new(cls, tuple_of(positional)->items, npos, names->items[i]);
        }
        out->items[npos + i] = attr_find(subject, str_intern(names->items[i]));
        if (is_absent(out->items[npos + i])) {
            return NONE;
        }
    }
    for (size_t i = 0; i < npos; i++) {
        if (is_absent(out->items[i])) {
            return NONE;
        }
    }
    return cell_value(out);
}
