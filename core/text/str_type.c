// SPDX-License-Identifier: MIT
// str_type.c: the type str: operators, indexing, construction, and the table of its methods.
#include "error.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/buffer.h"
#include "text/codec.h"
#include "text/repr.h"
#include "text/operand.h"
#include "text/str.h"
#include "text/str_methods.h"
#include "text/utf8.h"
#include <assert.h>

// ---- construction -------------------------------------------------------------------------------

// str(object, encoding, errors): decodes a bytes-like object.
static Value decode_object(Value object, Value encoding, Value errors) {
    const Str *encoding_name = codec_argument(encoding, "str() argument 'encoding'");
    const Str *handler = codec_argument(errors, "str() argument 'errors'");
    Buffer buffer;
    if (is_str(unbox(object))) {
        raise_type_error("decoding str is not supported");
    }
    if (!buffer_try(object, &buffer, BUFFER_READ)) {
        raise_type_error("decoding to str: need a bytes-like object, %T found", object);
    }
    return codec_decode(buffer.data, buffer.size, encoding_name, handler);
}

static Value str_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_object, 0}, {N_encoding, 0}, {N_errors, 0}, {NULL, 0}};
    Value in[3];
    args_parse("str", spec, n, args, kwnames, in);
    Value text = str_value(N__empty);
    if (is_present(in[1]) || is_present(in[2])) {
        text = is_absent(in[0]) ? text : decode_object(in[0], in[1], in[2]);
    } else if (is_present(in[0])) {
        text = op_str(in[0]);
    }
    return cls == &str_type ? text : boxed_new(cls, unbox(text));
}

// ---- operations ---------------------------------------------------------------------------------

static Value str_str(Value self) {
    return unbox(self);
}

static intptr_t str_hash_op(Value self) {
    return (intptr_t)str_hash(str_of(unbox(self)));
}

static bool str_truth(Value self) {
    return str_of(unbox(self))->size != 0;
}

static intptr_t str_len(Value self) {
    return (intptr_t)str_length(str_of(unbox(self)));
}

static Value str_compare_op(CompareOp op, Value self, Value other) {
    self = unbox(self);
    other = unbox(other);
    if (!is_str(other)) {
        return NOT_IMPLEMENTED;
    }
    if (op == CMP_EQ || op == CMP_NE) {
        return bool_value(str_equal(str_of(self), str_of(other)) == (op == CMP_EQ));
    }
    return bool_value(order_is(op, str_compare(str_of(self), str_of(other))));
}

static Value str_repeat(const Str *s, size_t count) {
    if (count == 0 || s->size == 0) {
        return str_value(N__empty);
    }
    if (count == 1) {
        return str_value(s);
    }
    size_t total = operand_repeated_size(s->size, count, "string is");
    Str *out = str_alloc(total);
    operand_fill(out->text, s->text, s->size, total);
    out->ascii = s->ascii;
    return str_value(out);
}

static Value str_add(Value a, Value b, bool reflected) {
    Value left = unbox(a), right = unbox(b);
    if (reflected) { // only when the left operand did not know what to do
        return NOT_IMPLEMENTED;
    }
    if (is_str(left) && is_str(right)) {
        return str_concat(str_of(left), str_of(right));
    }
    raise_type_error("can only concatenate str (not \"%T\") to str", b);
}

static Value str_binary(BinaryOp op, Value a, Value b, bool reflected) {
    size_t count;
    switch (op) {
    case OP_ADD:
        return str_add(a, b, reflected);
    case OP_MUL:
        count = operand_repeat_count(reflected ? a : b);
        return str_repeat(str_of(unbox(reflected ? b : a)), count);
    case OP_MOD:
        return is_str(unbox(a)) ? str_percent(a, b) : NOT_IMPLEMENTED;
    default:
        return NOT_IMPLEMENTED;
    }
}

static bool str_contains_op(Value self, Value item) {
    Value part = unbox(item);
    if (!is_str(part)) {
        raise_type_error("'in <string>' requires string as left operand, not %T", item);
    }
    return str_contains(str_of(unbox(self)), str_of(part));
}

// Every step-th character of text that is not all ASCII, from byte offset `at` on.
static Value take_steps(const Str *s, size_t at, intptr_t step, size_t count) {
    StrBuilder b;
    builder_init(&b, size_mul(count, 2));
    const char *p = s->text + at, *end = s->text + s->size;
    while (count-- > 0) {
        poll_interrupt();
        builder_add(&b, p, utf8_lead_width((unsigned char)*p));
        if (step > 0) {
            p += utf8_offset(p, (size_t)(end - p), (size_t)step);
        }
        for (intptr_t i = step; i < 0 && p > s->text; i++) {
            utf8_previous(&p);
        }
    }
    return builder_finish(&b);
}

static Value str_slice(const Str *s, Value key) {
    SliceRange r;
    slice_resolve(key, str_length(s), &r);
    if (r.count == 0) {
        return str_value(N__empty);
    }
    size_t from = str_offset(s, (size_t)r.start);
    if (r.step == 1) {
        size_t to = s->ascii ? from + r.count
                             : from + utf8_offset(s->text + from, s->size - from, r.count);
        return str_slice_bytes(s, from, to);
    }
    if (!s->ascii) {
        return take_steps(s, from, r.step, r.count);
    }
    Str *out = str_alloc(r.count);
    intptr_t at = r.start;
    for (size_t i = 0; i < r.count; i++) {
        poll_interrupt();
        out->text[i] = s->text[at];
        at = i + 1 < r.count ? at + r.step : at;
    }
    return str_finish(out, r.count);
}

static Value str_getitem(Value self, Value key) {
    const Str *s = str_of(unbox(self));
    if (is_exact(key, &slice_type)) {
        return str_slice(s, key);
    }
    if (!operand_is_index(key)) {
        raise_type_error("string indices must be integers, not '%T'", key);
    }
    size_t at = str_offset(s, operand_index(key, str_length(s), "string index out of range"));
    const char *p = s->text + at;
    return str_from_char(utf8_next(&p));
}

static Value str_iter(Value self) {
    SequenceIterator *it = heap_alloc(&str_iterator_type, sizeof *it);
    it->sequence = unbox(self);
    return cell_value(it);
}

// ---- methods ------------------------------------------------------------------------------------

static Value str_encode(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_encoding, 0}, {N_errors, 0}, {NULL, 0}};
    Value in[2];
    args_parse("encode", spec, n - 1, args + 1, kwnames, in);
    const Str *encoding = codec_argument(in[0], "encode() argument 'encoding'");
    const Str *errors = codec_argument(in[1], "encode() argument 'errors'");
    return codec_encode(str_of(args[0]), encoding, errors);
}

static Value str_format_kw(size_t n, const Value *args, const Tuple *kwnames) {
    return str_format_method(args[0], n - 1, args + 1, kwnames);
}

static Value str_getnewargs(Value self) {
    return tuple_new(&self, 1);
}

static Value str_sizeof(Value self) {
    return int_value((intptr_t)(offsetof(Str, text) + str_of(self)->size + 1));
}

static const Native str_method_rows[] = {
    METHOD_1(N_capitalize, str_capitalize),
    METHOD_1(N_casefold, str_casefold),
    METHOD_VAR(N_center, str_center, 2, 3),
    METHOD_VAR(N_count, str_count, 2, 4),
    METHOD_KW(N_encode, str_encode, 1, NATIVE_MANY),
    METHOD_VAR(N_endswith, str_endswith, 2, 4),
    METHOD_KW(N_expandtabs, str_expandtabs, 1, NATIVE_MANY),
    METHOD_VAR(N_find, str_find, 2, 4),
    METHOD_WHOLE_KW(N_format, str_format_kw, 1, NATIVE_MANY),
    METHOD_WHOLE_2(N_format_map, str_format_map),
    METHOD_VAR(N_index, str_index, 2, 4),
    METHOD_1(N_isalnum, str_isalnum),
    METHOD_1(N_isalpha, str_isalpha),
    METHOD_1(N_isascii, str_isascii),
    METHOD_1(N_isdecimal, str_isdecimal),
    METHOD_1(N_isdigit, str_isdigit),
    METHOD_1(N_isidentifier, str_isidentifier),
    METHOD_1(N_islower, str_islower),
    METHOD_1(N_isnumeric, str_isnumeric),
    METHOD_1(N_isprintable, str_isprintable),
    METHOD_1(N_isspace, str_isspace),
    METHOD_1(N_istitle, str_istitle),
    METHOD_1(N_isupper, str_isupper),
    METHOD_2(N_join, str_join_method),
    METHOD_VAR(N_ljust, str_ljust, 2, 3),
    METHOD_1(N_lower, str_lower),
    METHOD_VAR(N_lstrip, str_lstrip, 1, 2),
    FUNCTION_VAR(N_maketrans, str_maketrans, 1, 3),
    METHOD_WHOLE_2(N_partition, str_partition),
    METHOD_2(N_removeprefix, str_removeprefix),
    METHOD_2(N_removesuffix, str_removesuffix),
    METHOD_KW(N_replace, str_replace, 1, NATIVE_MANY),
    METHOD_VAR(N_rfind, str_rfind, 2, 4),
    METHOD_VAR(N_rindex, str_rindex, 2, 4),
    METHOD_VAR(N_rjust, str_rjust, 2, 3),
    METHOD_WHOLE_2(N_rpartition, str_rpartition),
    METHOD_WHOLE_KW(N_rsplit, str_rsplit, 1, NATIVE_MANY),
    METHOD_VAR(N_rstrip, str_rstrip, 1, 2),
    METHOD_WHOLE_KW(N_split, str_split, 1, NATIVE_MANY),
    METHOD_KW(N_splitlines, str_splitlines, 1, NATIVE_MANY),
    METHOD_VAR(N_startswith, str_startswith, 2, 4),
    METHOD_VAR(N_strip, str_strip, 1, 2),
    METHOD_1(N_swapcase, str_swapcase),
    METHOD_1(N_title, str_title),
    METHOD_2(N_translate, str_translate),
    METHOD_1(N_upper, str_upper),
    METHOD_2(N_zfill, str_zfill),
    METHOD_WHOLE_2(N___format__, format_method),
    METHOD_1(N___getnewargs__, str_getnewargs),
    METHOD_1(N___sizeof__, str_sizeof),
    NATIVE_END,
};

static const Ops str_ops = {
    .repr = str_repr,
    .str = str_str,
    .hash = str_hash_op,
    .truth = str_truth,
    .compare = str_compare_op,
    .binary = str_binary,
    .getitem = str_getitem,
    .contains = str_contains_op,
    .len = str_len,
    .iter = str_iter,
    .create = str_create,
};

const Type str_type = {
    {&type_type}, N_str, &str_ops, TYPE_INLINE | TYPE_TRACE_NONE, 2 * sizeof(Value), 'S', 0,
    &object_type, &str_type, {str_method_rows}, NULL, {NULL}};
