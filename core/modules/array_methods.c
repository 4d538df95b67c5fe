// SPDX-License-Identifier: MIT
// array_methods.c: the methods of array, and the module.
#include "heap/heap.h"
#include "modules/array.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "objects/sequence.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

// ---- search -------------------------------------------------------------------------------------------

// Index of the first item equal to v in [from, to), or -1. Runs user code.
static intptr_t find(const Array *a, Value v, size_t from, size_t to) {
    for (size_t i = from; i < to && i < a->len; i++) {
        if (op_equal(array_item(a, i), v)) {
            return (intptr_t)i;
        }
        poll_pending();
    }
    return -1;
}

static Value array_count(Value self, Value v) {
    const Array *a = array_of(self);
    intptr_t count = 0;
    for (size_t i = 0; i < a->len; i++) {
        count += op_equal(array_item(a, i), v);
        poll_pending();
    }
    return int_value(count);
}

static Value array_index(size_t n, const Value *args) {
    const Array *a = array_of(args[0]);
    size_t from = n > 2 ? sequence_bound(args[2], a->len) : 0;
    size_t to = n > 3 ? sequence_bound(args[3], a->len) : SIZE_MAX;
    intptr_t i = find(a, args[1], from, to);
    if (i < 0) {
        raise_value_error("array.index(x): x not in array");
    }
    return int_value(i);
}

static Value array_remove(Value self, Value v) {
    Array *a = array_of(self);
    intptr_t i = find(a, v, 0, SIZE_MAX);
    if (i < 0) {
        raise_value_error("array.remove(x): x not in array");
    }
    if ((size_t)i < a->len) { // == may have shortened it
        array_splice(a, (size_t)i, 1, NULL, 0);
    }
    return NONE;
}

// ---- change -------------------------------------------------------------------------------------------

static Value array_append_method(Value self, Value v) {
    array_append(array_of(self), v);
    return NONE;
}

static Value array_extend_method(Value self, Value iterable) {
    array_extend(array_of(self), iterable);
    return NONE;
}

static Value array_clear(Value self) {
    Array *a = array_of(self);
    array_splice(a, 0, a->len, NULL, 0);
    return NONE;
}

static Value array_insert(Value self, Value index, Value v) {
    Array *a = array_of(self);
    Array *one = array_new(a->code, 1);
    index = int_from(to_intptr(index));
    array_put(a->code, array_at(one, 0), v); // runs user code
    array_splice(a, sequence_bound(index, a->len), 0, array_at(one, 0), 1);
    return NONE;
}

static Value array_pop(size_t n, const Value *args) {
    Array *a = array_of(args[0]);
    intptr_t i = n > 1 ? to_intptr(args[1]) : -1;
    if (a->len == 0) {
        raise_index_error("pop from empty array");
    }
    i += i < 0 ? (intptr_t)a->len : 0;
    if ((size_t)i >= a->len) {
        raise_index_error("pop index out of range");
    }
    Value v = array_item(a, (size_t)i);
    array_splice(a, (size_t)i, 1, NULL, 0);
    return v;
}

static Value array_reverse(Value self) {
    Array *a = array_of(self);
    for (size_t i = 0, j = a->len; i + 1 < j; i++) {
        j--;
        for (size_t k = 0; k < a->item_size; k++) {
            uint8_t byte = array_at(a, i)[k];
            array_at(a, i)[k] = array_at(a, j)[k];
            array_at(a, j)[k] = byte;
        }
    }
    return NONE;
}

// All or nothing, as Ctrl-C has no place between two items: so it is to be quick.
#define SWAP_ITEMS(type, swap) \
    for (size_t i = 0; i < n; i++, at += sizeof(type)) { \
        type item; \
        memcpy(&item, at, sizeof item); \
        item = swap(item); \
        memcpy(at, &item, sizeof item); \
    }

static Value array_byteswap(Value self) {
    const Array *a = array_of(self);
    size_t n = a->len;
    if (n == 0) {
        return NONE;
    }
    uint8_t *at = array_at(a, 0);
    switch (a->item_size) {
    case 1:
        break;
    case 2:
        SWAP_ITEMS(uint16_t, __builtin_bswap16)
        break;
    case 4:
        SWAP_ITEMS(uint32_t, __builtin_bswap32)
        break;
    default:
        assert(a->item_size == 8);
        SWAP_ITEMS(uint64_t, __builtin_bswap64)
    }
    return NONE;
}

// ---- conversion -----------------------------------------------------------------------------------------

static Value array_tobytes(Value self) {
    const Array *a = array_of(self);
    return bytes_new(a->len ? a->storage->data : NULL, (size_t)a->len * a->item_size);
}

static Value array_frombytes(Value self, Value v) {
    Buffer b;
    buffer_get(v, &b, BUFFER_READ);
    if (b.item_size != 1) {
        raise_type_error("a bytes-like object is required");
    }
    if (same(b.owner, self)) {
        raise_error(&buffer_error_type, "cannot resize an array that is exporting buffers");
    }
    array_add_bytes(array_of(self), v);
    return NONE;
}

static Value array_tolist(Value self) {
    const Array *a = array_of(self);
    List *list = list_new(a->len);
    for (size_t i = 0; i < a->len; i++) {
        poll_interrupt();
        list_append(list, array_item(a, i));
    }
    return cell_value(list);
}

static Value array_fromlist(Value self, Value v) {
    Array *a = array_of(self);
    if (!is_kind(v, &list_type)) {
        raise_type_error("arg must be list");
    }
    Array *more = array_new(a->code, 0); // first: all or nothing
    size_t n = list_of(v)->len;
    for (size_t i = 0; i < n; i++) {
        array_append(more, list_of(v)->items->at[i]);
        if (list_of(v)->len != n) {
            raise_runtime_error("list changed size during iteration");
        }
        poll_pending();
    }
    array_extend(a, cell_value(more));
    return NONE;
}

static void check_text(const Array *a, const char *method) {
    if (a->code != 'u' && a->code != 'w') {
        raise_value_error("%s() may only be called on unicode type arrays ('u' or 'w')", method);
    }
}

static Value array_tounicode(Value self) {
    const Array *a = array_of(self);
    check_text(a, "tounicode");
    StrBuilder b;
    builder_init(&b, a->len);
    for (size_t i = 0; i < a->len; i++) {
        poll_interrupt();
        builder_add_str(&b, str_of(array_item(a, i)));
    }
    return builder_finish(&b);
}

static Value array_fromunicode(Value self, Value text) {
    check_text(array_of(self), "fromunicode");
    array_from_text(array_of(self), str_arg(text, "fromunicode() argument"));
    return NONE;
}

static Value array_tofile(Value self, Value file) {
    Value bytes = array_tobytes(self);
    op_call_method(file, N_write, 1, &bytes);
    return NONE;
}

static Value array_fromfile(Value self, Value file, Value count) {
    Array *a = array_of(self);
    intptr_t n = to_intptr(count);
    if (n < 0) {
        raise_value_error("negative count");
    }
    size_t bytes_wanted = size_mul((size_t)n, a->item_size);
    if (bytes_wanted > (size_t)INTPTR_MAX) {
        raise_memory_error(bytes_wanted);
    }
    Value size = int_from((intptr_t)bytes_wanted);
    Value bytes = op_call_method(file, N_read, 1, &size);
    if (!is_bytes(bytes)) {
        raise_type_error("read() didn't return bytes");
    }
    array_add_bytes(a, bytes);
    if (bytes_of(bytes)->size != bytes_wanted) {
        raise_error(&eof_error_type, "read() didn't return enough bytes");
    }
    return NONE;
}

static Value array_copy(Value self) {
    const Array *a = array_of(self);
    return cell_value(array_like(a, a->len ? a->storage->data : NULL, a->len));
}

static Value array_deepcopy(Value self, Value memo) {
    return array_copy(self);
}

static Value own_dict(Value self) {
    Value dict = attr_find(self, N___dict__);
    return is_present(dict) ? dict : NONE;
}

static Value array_reduce_ex(Value self, Value protocol) {
    Value code = str_from_char((uint8_t)array_of(self)->code);
    Value args = tuple_pair(code, array_tolist(self));
    return reduced_with_state(type_value(type_of(self)), args, own_dict(self));
}

// ---- attributes -------------------------------------------------------------------------------------------

static Value array_typecode(Value self) {
    return str_from_char((uint8_t)array_of(self)->code);
}

static Value array_itemsize(Value self) {
    return int_value(array_of(self)->item_size);
}

static Value array_sizeof(Value self) {
    const Array *a = array_of(self);
    return int_from((intptr_t)(sizeof *a + (a->storage ? heap_cell_size(a->storage) : 0)));
}

static Value array_module_name(Value self) {
    return str_value(N_array);
}

const Native array_methods[] = {
    METHOD_1(N___copy__, array_copy),
    METHOD_2(N___deepcopy__, array_deepcopy),
    GETTER(N___module__, array_module_name),
    METHOD_2(N___reduce_ex__, array_reduce_ex),
    METHOD_1(N___sizeof__, array_sizeof),
    METHOD_2(N_append, array_append_method),
    METHOD_1(N_byteswap, array_byteswap),
    METHOD_1(N_clear, array_clear),
    METHOD_2(N_count, array_count),
    METHOD_2(N_extend, array_extend_method),
    METHOD_2(N_frombytes, array_frombytes),
    METHOD_3(N_fromfile, array_fromfile),
    METHOD_2(N_fromlist, array_fromlist),
    METHOD_2(N_fromunicode, array_fromunicode),
    METHOD_VAR(N_index, array_index, 2, 4),
    METHOD_3(N_insert, array_insert),
    GETTER(N_itemsize, array_itemsize),
    METHOD_VAR(N_pop, array_pop, 1, 2),
    METHOD_2(N_remove, array_remove),
    METHOD_1(N_reverse, array_reverse),
    METHOD_1(N_tobytes, array_tobytes),
    METHOD_2(N_tofile, array_tofile),
    METHOD_1(N_tolist, array_tolist),
    METHOD_1(N_tounicode, array_tounicode),
    GETTER(N_typecode, array_typecode),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};

static const ModuleConst constants[] = {
    {N_ArrayType, CONST_VALUE(&array_type)},
    {N_array, CONST_VALUE(&array_type)},
    {N_typecodes, CONST_VALUE(N_bBuwhHiIlLqQfd)},
    {NULL, {0}},
};
const ModuleDef array_module = {.name = N_array, .constants = constants};
