// SPDX-License-Identifier: MIT
// json.c: the module json: arguments of its functions, its exception.
#include "modules/json.h"
#include "objects/containers.h"
#include "objects/exception_ops.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/buffer.h"
#include "text/codec.h"
#include <assert.h>

// ---- JSONDecodeError ------------------------------------------------------------------------------------

static Value get_module(Value self) {
    return str_value(N_json);
}

static const Native error_methods[] = {GETTER(N___module__, get_module), NATIVE_END};
const Type json_error_type = {
    .head = {&type_type}, .name = N_JSONDecodeError, .ops = &exception_ops,
    .flags = TYPE_EXCEPTION | TYPE_TRACE_WORDS, .payload = sizeof(Exception), .letter = 'h',
    .base = &value_error_type, .solid = &json_error_type, .methods = error_methods,
};

static intptr_t code_points(const char *from, const char *to) {
    assert(from <= to);
    intptr_t n = 0;
    for (; from < to; from++) {
        poll_interrupt();
        n += (*from & 0xc0) != 0x80;
    }
    return n;
}

COLD _Noreturn void raise_json_error(const char *message, const Str *text, size_t at) {
    assert(at <= text->size);
    const char *start = text->text, *place = start + at, *line = start;
    intptr_t lines = 1;
    for (const char *p = start; p < place; p++) {
        poll_interrupt();
        if (*p == '\n') {
            lines++;
            line = p + 1;
        }
    }
    intptr_t column = code_points(line, place) + 1, position = code_points(start, place);
    Value exc = exception_formatted(&json_error_type, "%s: line %z column %z (char %z)", message,
                                    lines, column, position);
    exception_set_field(exc, N_msg, str_from_c(message));
    exception_set_field(exc, N_doc, str_value(text));
    exception_set_field(exc, N_pos, int_value(position));
    exception_set_field(exc, N_lineno, int_value(lines));
    exception_set_field(exc, N_colno, int_value(column));
    raise_value(exc);
}

// ---- dump, dumps ----------------------------------------------------------------------------------------

enum { // keyword arguments of dump and dumps behind the value and the file
    SKIPKEYS, ENSURE_ASCII, CHECK_CIRCULAR, ALLOW_NAN, INDENT, SEPARATORS, DEFAULT, SORT_KEYS,
    OPTIONS,
};
#define OPTION_SPECS \
    {N_skipkeys, ARG_KWONLY}, {N_ensure_ascii, ARG_KWONLY}, {N_check_circular, ARG_KWONLY}, \
    {N_allow_nan, ARG_KWONLY}, {N_indent, ARG_KWONLY}, {N_separators, ARG_KWONLY}, \
    {N_default, ARG_KWONLY}, {N_sort_keys, ARG_KWONLY}, {NULL, 0}

static bool is_given(Value v) {
    return is_present(v) && !is_none(v);
}

static bool flag(Value v, bool otherwise) {
    return is_present(v) ? op_truth(v) : otherwise;
}

static const Str *indent_of(Value v) {
    if (!is_given(v)) {
        return NULL;
    }
    if (is_str(unbox(v))) {
        return str_of(unbox(v));
    }
    intptr_t n = to_intptr(v);
    StrBuilder b;
    builder_init(&b, 0);
    builder_add_fill(&b, ' ', n > 0 ? (size_t)n : 0);
    return str_of(builder_finish(&b));
}

static void set_separators(JsonWriter *w, Value v) {
    w->item_separator = w->indent ? N__comma : N__comma_space;
    w->key_separator = N__colon_space;
    if (is_given(v)) {
        const Tuple *pair = tuple_of(is_tuple(v) ? v : tuple_from_iterable(v));
        if (pair->len != 2) {
            raise_value_error("separators must be a pair of strings");
        }
        w->item_separator = str_arg(pair->items[0], "separator");
        w->key_separator = str_arg(pair->items[1], "separator");
    }
}

static void set_options(JsonWriter *w, const Value *given) {
    w->fallback = is_given(given[DEFAULT]) ? given[DEFAULT] : ABSENT;
    w->write = ABSENT;
    w->indent = indent_of(given[INDENT]);
    set_separators(w, given[SEPARATORS]);
    w->skip_keys = flag(given[SKIPKEYS], false);
    w->ensure_ascii = flag(given[ENSURE_ASCII], true);
    w->allow_nan = flag(given[ALLOW_NAN], true);
    w->sort_keys = flag(given[SORT_KEYS], false);
}

static Value json_dumps(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_obj, ARG_REQUIRED}, OPTION_SPECS};
    Value given[1 + OPTIONS];
    JsonWriter w;
    args_parse("dumps", spec, n, args, kwnames, given);
    set_options(&w, given + 1);
    json_write(&w, given[0]);
    return builder_finish(&w.out);
}

static Value json_dump(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_obj, ARG_REQUIRED}, {N_fp, ARG_REQUIRED}, OPTION_SPECS};
    Value given[2 + OPTIONS];
    JsonWriter w;
    args_parse("dump", spec, n, args, kwnames, given);
    set_options(&w, given + 2);
    w.write = attr_get(given[1], N_write);
    json_write(&w, given[0]);
    return NONE;
}

// ---- load, loads ----------------------------------------------------------------------------------------

// RFC 4627, section 3: zero bytes among the first four tell UTF-16 and UTF-32.
static const Str *encoding_of(const Buffer *b) {
    const uint8_t *d = b->data;
    size_t n = b->size;
    if (n >= 3 && d[0] == 0xef && d[1] == 0xbb && d[2] == 0xbf) {
        return N__utf_8_sig;
    }
    if (n >= 2 && ((d[0] == 0xff && d[1] == 0xfe) || (d[0] == 0xfe && d[1] == 0xff))) {
        return n >= 4 && d[0] == 0xff && d[2] == 0 && d[3] == 0 ? N__utf_32 : N__utf_16;
    }
    if (n >= 4 && d[0] == 0) {
        return d[1] ? N__utf_16_be : N__utf_32_be;
    }
    if (n >= 4 && d[1] == 0) {
        return d[2] || d[3] ? N__utf_16_le : N__utf_32_le;
    }
    if (n == 2 && (d[0] == 0 || d[1] == 0)) {
        return d[0] == 0 ? N__utf_16_be : N__utf_16_le;
    }
    return NULL;
}

static const Str *text_of(Value v) {
    Value native = unbox(v);
    Buffer b;
    if (is_str(native)) {
        return str_of(native);
    }
    if (!is_bytes(native) && !is_kind(native, &bytearray_type)) {
        raise_type_error("the JSON object must be str, bytes or bytearray, not %T", v);
    }
    buffer_get(native, &b, BUFFER_READ);
    return str_of(codec_decode(b.data, b.size, encoding_of(&b), N_surrogatepass));
}

static Value loads(const char *name, Value (*read)(Value), size_t n, const Value *args,
                   const Tuple *kwnames) {
    static const ArgSpec spec[] = {
        {N_s, ARG_REQUIRED}, {N_object_hook, ARG_KWONLY}, {N_parse_float, ARG_KWONLY},
        {N_parse_int, ARG_KWONLY}, {N_parse_constant, ARG_KWONLY},
        {N_object_pairs_hook, ARG_KWONLY}, {N_strict, ARG_KWONLY}, {NULL, 0}};
    Value given[7];
    args_parse(name, spec, n, args, kwnames, given);
    for (size_t i = 1; i < 6; i++) {
        given[i] = is_given(given[i]) ? given[i] : ABSENT;
    }
    JsonHooks hooks = {given[1], given[5], given[2], given[3], given[4], flag(given[6], true)};
    return json_read(text_of(read ? read(given[0]) : given[0]), &hooks);
}

static Value json_loads(size_t n, const Value *args, const Tuple *kwnames) {
    return loads("loads", NULL, n, args, kwnames);
}

static Value read_all(Value file) {
    return op_call_method(file, N_read, 0, NULL);
}

static Value json_load(size_t n, const Value *args, const Tuple *kwnames) {
    return loads("load", read_all, n, args, kwnames);
}

static const Native functions[] = {
    FUNCTION_KW(N_dump, json_dump, 0, NATIVE_MANY),
    FUNCTION_KW(N_dumps, json_dumps, 0, NATIVE_MANY),
    FUNCTION_KW(N_load, json_load, 0, NATIVE_MANY),
    FUNCTION_KW(N_loads, json_loads, 0, NATIVE_MANY),
    NATIVE_END,
};
static const ModuleConst constants[] = {
    {N_JSONDecodeError, CONST_VALUE(&json_error_type)},
    {NULL, {0}},
};
const ModuleDef json_module = {.name = N_json, .extensible = true, .functions = functions, .constants = constants};
