// SPDX-License-Identifier: MIT
// memoryview_methods.c: methods and attributes of memoryview.
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/bytes_view.h"
#include "text/memoryview.h"
#include <assert.h>

static MemoryView *alive(Value self) {
    MemoryView *m = memoryview_of(self);
    if (is_absent(m->owner)) {
        raise_value_error("operation forbidden on released memoryview object");
    }
    return m;
}

// ---- attributes ---------------------------------------------------------------------------------

static Value get_format(Value self) {
    return str_from_char((unsigned char)alive(self)->format);
}

static Value get_itemsize(Value self) {
    return int_value(alive(self)->item_size);
}

static Value get_nbytes(Value self) {
    return int_value((intptr_t)(alive(self)->len * alive(self)->item_size));
}

static Value get_ndim(Value self) {
    alive(self);
    return int_value(1);
}

static Value get_shape(Value self) {
    Value len = int_value((intptr_t)alive(self)->len);
    return tuple_new(&len, 1);
}

static Value get_strides(Value self) {
    Value stride = int_value(alive(self)->stride);
    return tuple_new(&stride, 1);
}

static Value get_suboffsets(Value self) {
    alive(self);
    return cell_value(&empty_tuple);
}

static Value get_readonly(Value self) {
    return bool_value(alive(self)->readonly);
}

static Value get_contiguous(Value self) {
    return bool_value(memoryview_contiguous(alive(self)));
}

static Value get_obj(Value self) {
    return alive(self)->owner;
}

// ---- methods ------------------------------------------------------------------------------------

static Value tobytes(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_order, 0}, {NULL, 0}};
    Value in[1];
    args_parse("tobytes", spec, n - 1, args + 1, kwnames, in);
    if (is_present(in[0]) && !is_none(in[0])) {
        if (!is_str(unbox(in[0]))) {
            raise_type_error("tobytes() argument 'order' must be str or None, not %T", in[0]);
        }
        const Str *order = str_of(unbox(in[0]));
        if (order->size != 1 || !strchr("CFA", order->text[0])) {
            raise_value_error("order must be 'C', 'F' or 'A'");
        }
    }
    return memoryview_bytes(alive(args[0]));
}

static Value tolist(Value self) {
    const MemoryView *m = alive(self);
    List *list = list_new(m->len);
    for (size_t i = 0; i < m->len; i++) {
        poll_interrupt();
        list_append(list, memoryview_item(m, i));
    }
    return cell_value(list);
}

static Value hex(size_t n, const Value *args, const Tuple *kwnames) {
    const Bytes *bytes = bytes_of(memoryview_bytes(alive(args[0])));
    return hex_text(bytes->data, bytes->size, n - 1, args + 1, kwnames);
}

static Value release(Value self) {
    memoryview_release(memoryview_of(self));
    return NONE;
}

static Value toreadonly(Value self) {
    const MemoryView *m = alive(self);
    Value copy = memoryview_part(m, 0, 1, m->len);
    memoryview_of(copy)->readonly = true;
    return copy;
}

static char cast_format(Value v) {
    const Str *s = str_arg(v, "memoryview: format argument");
    const char *text = s->text + (s->size == 2 && s->text[0] == '@');
    if (s->size == 0 || text[1] != 0 || format_item_size(text[0]) == 0) {
        raise_value_error("memoryview: destination format must be a native single character "
                          "format prefixed with an optional '@'");
    }
    return text[0];
}

// The shape argument must describe the one dimension there is.
static void check_shape(Value shape, size_t len) {
    Value dims = unbox(shape);
    if (!is_tuple(dims) && !is_list(dims)) {
        raise_type_error("shape must be a list or a tuple");
    }
    const Tuple *t = tuple_of(is_list(dims) ? list_to_tuple(list_of(dims)) : dims);
    if (t->len != 1) {
        raise_error(&not_implemented_error_type,
                    "memoryview: multi-dimensional views are not supported");
    }
    if (to_intptr(t->items[0]) != (intptr_t)len) {
        raise_type_error("memoryview: product(shape) * itemsize != buffer size");
    }
}

static bool is_byte_format(char format) {
    return format == 'B' || format == 'b' || format == 'c';
}

static Value cast(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_format, ARG_REQUIRED}, {N_shape, 0}, {NULL, 0}};
    Value in[2];
    args_parse("cast", spec, n - 1, args + 1, kwnames, in);
    const MemoryView *m = alive(args[0]);
    char format = cast_format(in[0]);
    uint8_t size = format_item_size(format);
    if (!memoryview_contiguous(m)) {
        raise_type_error("memoryview: casts are restricted to C-contiguous views");
    }
    if (!is_byte_format(format) && !is_byte_format(m->format)) {
        raise_type_error("memoryview: cannot cast between two non-byte formats");
    }
    size_t bytes = m->len * m->item_size;
    if (bytes % size != 0) {
        raise_type_error("memoryview: length is not a multiple of itemsize");
    }
    if (is_present(in[1])) {
        check_shape(in[1], bytes / size);
    }
    MemoryView *result = memoryview_of(memoryview_part(alive(args[0]), 0, 1, m->len));
    result->len = bytes / size;
    result->stride = size;
    result->item_size = size;
    result->format = format;
    return cell_value(result);
}

static Value count(Value self, Value v) {
    const MemoryView *m = alive(self);
    intptr_t found = 0;
    for (size_t i = 0; i < m->len; i++) {
        poll_interrupt();
        found += op_equal(memoryview_item(m, i), v);
    }
    return int_value(found);
}

static Value index_method(size_t n, const Value *args) {
    size_t len = alive(args[0])->len, start = 0, stop = len;
    intptr_t from = n > 2 ? to_intptr_clamped(args[2]) : 0;
    intptr_t to = n > 3 ? to_intptr_clamped(args[3]) : (intptr_t)len;
    from += from < 0 ? (intptr_t)len : 0;
    to += to < 0 ? (intptr_t)len : 0;
    start = from < 0 ? 0 : (size_t)from;
    stop = to < 0 ? 0 : (size_t)to < len ? (size_t)to : len;
    for (size_t i = start; i < stop; i++) {
        poll_interrupt();
        if (op_equal(memoryview_item(alive(args[0]), i), args[1])) {
            return int_value((intptr_t)i);
        }
    }
    raise_value_error("memoryview.index(x): x not found");
}

static Value enter(Value self) {
    alive(self);
    return self;
}

static Value leave(size_t n, const Value *args) {
    return release(args[0]);
}

const Native memoryview_method_rows[] = {
    GETTER(N_c_contiguous, get_contiguous),
    GETTER(N_contiguous, get_contiguous),
    GETTER(N_f_contiguous, get_contiguous),
    GETTER(N_format, get_format),
    GETTER(N_itemsize, get_itemsize),
    GETTER(N_nbytes, get_nbytes),
    GETTER(N_ndim, get_ndim),
    GETTER(N_obj, get_obj),
    GETTER(N_readonly, get_readonly),
    GETTER(N_shape, get_shape),
    GETTER(N_strides, get_strides),
    GETTER(N_suboffsets, get_suboffsets),
    METHOD_KW(N_cast, cast, 1, NATIVE_MANY),
    METHOD_2(N_count, count),
    METHOD_KW(N_hex, hex, 1, NATIVE_MANY),
    METHOD_VAR(N_index, index_method, 2, 4),
    METHOD_1(N_release, release),
    METHOD_KW(N_tobytes, tobytes, 1, NATIVE_MANY),
    METHOD_1(N_tolist, tolist),
    METHOD_1(N_toreadonly, toreadonly),
    METHOD_1(N___enter__, enter),
    METHOD_VAR(N___exit__, leave, 1, 4),
    ROW_CLASS_GETITEM,
    NATIVE_END,
};
