// SPDX-License-Identifier: MIT
// exception_fields.c: the kinds of exceptions that have fields (OSError.errno, ...): which,
// how their arguments become fields, and what their str() is.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/exception_ops.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/buffer.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

typedef void (*Filler)(Value exc, size_t n, const Value *args);

static void fill_stop(Value exc, size_t n, const Value *args);
static void fill_exit(Value exc, size_t n, const Value *args);
static void fill_os_error(Value exc, size_t n, const Value *args);
static void fill_import_error(Value exc, size_t n, const Value *args);
static void fill_syntax_error(Value exc, size_t n, const Value *args);
static void fill_unicode_error(Value exc, size_t n, const Value *args);
static void fill_translate_error(Value exc, size_t n, const Value *args);

typedef struct {
    const Type *type;
    Filler fill;              // NULL: nothing to do
    uint8_t keywords;         // so many of the names, from the front, are keyword arguments
    const Str *names[9];      // ended by NULL
} Kind;

// A subclass before its base.
static const Kind kinds[] = {
    {&stop_iteration_type, fill_stop, 0, {N_value}},
    {&system_exit_type, fill_exit, 0, {N_code}},
    {&attribute_error_type, NULL, 2, {N_name, N_obj}},
    {&name_error_type, NULL, 1, {N_name}},
    {&import_error_type, fill_import_error, 3, {N_name, N_path, N_name_from, N_msg}},
    {&os_error_type, fill_os_error, 0,
     {N_errno, N_strerror, N_filename, N_filename2, N_characters_written}},
    {&syntax_error_type, fill_syntax_error, 0,
     {N_msg, N_filename, N_lineno, N_offset, N_text, N_end_lineno, N_end_offset,
      N_print_file_and_line}},
    {&unicode_decode_error_type, fill_unicode_error, 0,
     {N_encoding, N_object, N_start, N_end, N_reason}},
    {&unicode_encode_error_type, fill_unicode_error, 0,
     {N_encoding, N_object, N_start, N_end, N_reason}},
    {&unicode_translate_error_type, fill_translate_error, 0,
     {N_encoding, N_object, N_start, N_end, N_reason}},
};

static bool kind_has(const Kind *kind, const Str *name) {
    for (size_t i = 0; i < COUNT_OF(kind->names) && kind->names[i]; i++) {
        if (kind->names[i] == name) {
            return true;
        }
    }
    return false;
}

bool exception_has_field(const Type *type, const Str *name) {
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (kind_has(&kinds[i], name) && is_subtype(type, kinds[i].type)) {
            return true;
        }
    }
    return false;
}

const Type *exception_layout(const Type *builtin) {
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (is_subtype(builtin, kinds[i].type)) {
            return kinds[i].type;
        }
    }
    bool group = is_subtype(builtin, &base_exception_group_type);
    return group ? &base_exception_group_type : &base_exception_type;
}

const Str *const *exception_field_names(const Type *type) {
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (kinds[i].type == type) {
            return kinds[i].names;
        }
    }
    return NULL;
}

static bool take_keyword(Value exc, const Kind *kind, const Str *name, Value v) {
    for (size_t i = 0; i < kind->keywords; i++) {
        if (kind->names[i] == name || str_equal(kind->names[i], name)) {
            exception_set_field(exc, kind->names[i], v);
            return true;
        }
    }
    return false;
}

static void take_keywords(Value exc, const Kind *kind, const Tuple *kwnames, const Value *values) {
    const Str *type_name = type_of(exc)->name;
    for (size_t i = 0; kwnames && i < kwnames->len; i++) {
        const Str *name = str_of(kwnames->items[i]);
        if (!kind || kind->keywords == 0) {
            raise_type_error("%S() takes no keyword arguments", type_name);
        }
        if (!take_keyword(exc, kind, name, values[i])) {
            raise_type_error("%S() got an unexpected keyword argument '%S'", kind->type->name,
                             name);
        }
    }
}

const Type *exception_maker(const Type *cls) {
    TypeWalk w;
    const Type *t = walk_start(&w, cls);
    while (t && t->flags & TYPE_HEAP) {
        t = walk_next(&w);
    }
    return t ? t : cls->solid; // an mro() may leave all out
}

void exception_fill_fields(Value exc, size_t n, const Value *args, const Tuple *kwnames) {
    const Type *maker = exception_maker(type_of(exc));
    const Kind *kind = NULL;
    for (size_t i = 0; !kind && i < COUNT_OF(kinds); i++) {
        kind = is_subtype(maker, kinds[i].type) ? &kinds[i] : NULL;
    }
    take_keywords(exc, kind, kwnames, args + n);
    if (kind && kind->fill) {
        kind->fill(exc, n, args);
    }
}

static void set_fields(Value exc, const Str *const *names, size_t n, const Value *values) {
    for (size_t i = 0; i < n; i++) {
        exception_set_field(exc, names[i], values[i]);
    }
}

// ---- StopIteration, SystemExit: only __init__ makes their field ---------------------------------

bool exception_has_init(Value exc) {
    return is_present(type_override(type_of(exc), N___init__));
}

static void fill_stop(Value exc, size_t n, const Value *args) {
    if (exception_has_init(exc)) { // else args tell
        exception_set_field(exc, N_value, n ? args[0] : NONE);
    }
}

static void fill_exit(Value exc, size_t n, const Value *args) {
    if (exception_has_init(exc)) {
        exception_set_field(exc, N_code, n == 0 ? NONE : n == 1 ? args[0] : tuple_new(args, n));
    }
}

// ---- fields when an exception is reduced -------------------------------------------------------

static void add_field(Value exc, Dict *state, const Str *name) {
    Value v = exception_get_field(exc, name);
    if (is_present(v)) {
        dict_set_name(state, name, v);
    }
}

// Not AttributeError.obj, which may be anything.
void exception_add_state(Value exc, Dict *state) {
    bool attribute = is_instance(exc, &attribute_error_type);
    if (attribute || is_instance(exc, &import_error_type)) {
        add_field(exc, state, N_name);
    }
    if (attribute) {
        dict_set_name(state, N_args, exception_of(exc)->args);
    } else if (is_instance(exc, &import_error_type)) {
        add_field(exc, state, N_path);
        add_field(exc, state, N_name_from);
    }
}

Value exception_constructor_args(Value exc) {
    Value args = exception_of(exc)->args;
    Value file = exception_get_field(exc, N_filename);
    Value file2 = exception_get_field(exc, N_filename2);
    if (!is_instance(exc, &os_error_type) || tuple_of(args)->len != 2 || is_absent(file)) {
        return args;
    }
    Value all[5] = {tuple_of(args)->items[0], tuple_of(args)->items[1], file, NONE, file2};
    return tuple_new(all, is_present(file2) ? 5 : 3);
}

// ---- OSError -----------------------------------------------------------------------------------

enum { // Linux numbers, which the ports use too
    E_PERM = 1, E_NOENT = 2, E_SRCH = 3, E_INTR = 4, E_CHILD = 10, E_AGAIN = 11, E_ACCES = 13,
    E_EXIST = 17, E_NOTDIR = 20, E_ISDIR = 21, E_PIPE = 32, E_CONNABORTED = 103,
    E_CONNRESET = 104, E_SHUTDOWN = 108, E_TIMEDOUT = 110, E_CONNREFUSED = 111, E_ALREADY = 114,
    E_INPROGRESS = 115,
};

const Type *os_error_class(intptr_t number) {
    switch (number) {
    case E_PERM:
    case E_ACCES: return &permission_error_type;
    case E_NOENT: return &file_not_found_error_type;
    case E_SRCH: return &process_lookup_error_type;
    case E_INTR: return &interrupted_error_type;
    case E_CHILD: return &child_process_error_type;
    case E_AGAIN:
    case E_ALREADY:
    case E_INPROGRESS: return &blocking_io_error_type;
    case E_EXIST: return &file_exists_error_type;
    case E_NOTDIR: return &not_a_directory_error_type;
    case E_ISDIR: return &is_a_directory_error_type;
    case E_PIPE:
    case E_SHUTDOWN: return &broken_pipe_error_type;
    case E_CONNABORTED: return &connection_aborted_error_type;
    case E_CONNRESET: return &connection_reset_error_type;
    case E_CONNREFUSED: return &connection_refused_error_type;
    case E_TIMEDOUT: return &timeout_error_type;
    default: return &os_error_type;
    }
}

// The third argument of a BlockingIOError, if it is a number: characters_written.
static bool is_count(Value exc, Value v) {
    bool number = is_integer(unbox(v)) || is_float(unbox(v)) || operand_is_index(v);
    return type_of(exc) == &blocking_io_error_type && number;
}

void exception_set_written(Value exc, Value v) {
    intptr_t n = is_present(v) ? to_intptr(v) : -1;
    exception_set_field(exc, N_characters_written, n == -1 ? ABSENT : int_from(n));
}

static void fill_os_filenames(Value exc, size_t n, const Value *args) {
    exception_set_field(exc, N_filename, args[2]);
    if (n == 5 && !is_none(args[4])) {
        exception_set_field(exc, N_filename2, args[4]);
    }
    exception_of(exc)->args = tuple_new(args, 2);
}

static void fill_os_error(Value exc, size_t n, const Value *args) {
    bool given = n >= 2 && n <= 5;
    exception_set_field(exc, N_errno, given ? args[0] : ABSENT);
    exception_set_field(exc, N_strerror, given ? args[1] : ABSENT);
    if (!given) {
        return;
    }
    if (n >= 3 && is_count(exc, args[2])) {
        exception_set_written(exc, args[2]);
    } else if (n >= 3 && !is_none(args[2])) {
        fill_os_filenames(exc, n, args);
    }
}

static Value os_error_str(Value exc) {
    Value number = exception_get_field(exc, N_errno);
    Value text = exception_get_field(exc, N_strerror);
    Value file = exception_get_field(exc, N_filename);
    Value file2 = exception_get_field(exc, N_filename2);
    if (is_absent(number) || is_absent(text)) {
        return ABSENT;
    }
    const Str *n = str_of(unbox(op_str(number))), *t = str_of(unbox(op_str(text)));
    if (is_absent(file)) {
        return str_formatted("[Errno %S] %S", n, t);
    }
    if (is_absent(file2)) {
        return str_formatted("[Errno %S] %S: %V", n, t, file);
    }
    return str_formatted("[Errno %S] %S: %V -> %V", n, t, file, file2);
}

_Noreturn void raise_os_error(int error_number, Value filename) {
    rt.heap.raising = RAISING_EXCEPTION;
    const char *text = errno_text(error_number);
    Value args[3] = {int_value(error_number), ABSENT, filename};
    args[1] = text ? str_from_c(text) : str_formatted("Unknown error %d", error_number);
    raise_value(exception_new(&os_error_type, is_present(filename) ? 3 : 2, args));
}

// ---- ImportError, SyntaxError ------------------------------------------------------------------

static void fill_import_error(Value exc, size_t n, const Value *args) {
    exception_set_field(exc, N_msg, n == 1 ? args[0] : ABSENT);
}

static void fill_syntax_error(Value exc, size_t n, const Value *args) {
    static const Str *const names[] = {N_filename, N_lineno,     N_offset,
                                       N_text,     N_end_lineno, N_end_offset};
    if (n >= 1) {
        exception_set_field(exc, N_msg, args[0]);
    }
    if (n != 2) {
        return;
    }
    Tuple *info = tuple_of(tuple_from_iterable(args[1]));
    if (info->len < 4 || info->len > 6) {
        raise_type_error("function missing required argument 'filename' (pos 1)");
    }
    set_fields(exc, names, info->len, info->items);
}

static bool is_text(Value v) {
    return is_present(v) && is_str(unbox(v));
}

static Value syntax_error_str(Value exc) {
    Value msg = exception_get_field(exc, N_msg);
    Value file = exception_get_field(exc, N_filename), line = exception_get_field(exc, N_lineno);
    const Str *text = is_present(msg) ? str_of(unbox(op_str(msg))) : str_of(op_str(NONE));
    bool has_line = is_present(line) && is_int(line);
    if (!is_text(file)) {
        return has_line ? str_formatted("%S (line %z)", text, int_of(line)) : str_value(text);
    }
    const Str *path = str_of(unbox(file));
    size_t from = path->size;
    while (from > 0 && path->text[from - 1] != '/') {
        from--;
    }
    const Str *name = str_of(str_slice_bytes(path, from, path->size));
    return has_line ? str_formatted("%S (%S, line %z)", text, name, int_of(line))
                    : str_formatted("%S (%S)", text, name);
}

_Noreturn void raise_syntax_error(const Type *type, Value filename, uint32_t line, uint32_t offset,
                                  uint32_t end_line, uint32_t end_offset, Value text,
                                  const char *format, ...) {
    va_list list;
    va_start(list, format);
    StrBuilder b;
    builder_init(&b, 40);
    builder_add_format_v(&b, format, list);
    va_end(list);
    Value info[6] = {filename,
                     int_value((intptr_t)line),
                     int_value((intptr_t)offset),
                     is_absent(text) ? NONE : text,
                     int_value((intptr_t)end_line),
                     int_value((intptr_t)end_offset)};
    Value args[2] = {builder_finish(&b), ABSENT};
    args[1] = tuple_new(info, 6);
    raise_value(exception_new(type, 2, args));
}

// ---- UnicodeError ------------------------------------------------------------------------------

static void check_unicode_args(size_t n, size_t want, Value start, Value end, Value reason) {
    if (!is_integer(start) || !is_integer(end)) {
        raise_type_error("'%T' object cannot be interpreted as an integer",
                         is_integer(start) ? end : start);
    }
    if (!is_text(reason)) {
        raise_type_error("argument %z must be str, not %A", (intptr_t)want, reason);
    }
}

static void fill_unicode_error(Value exc, size_t n, const Value *args) {
    static const Str *const names[] = {N_encoding, N_object, N_start, N_end, N_reason};
    if (n != 5) {
        raise_type_error("function takes exactly 5 arguments (%z given)", (intptr_t)n);
    }
    if (!is_text(args[0])) {
        raise_type_error("argument 1 must be str, not %A", args[0]);
    }
    bool encode = is_instance(exc, &unicode_encode_error_type);
    Buffer buffer;
    if (encode && !is_text(args[1])) {
        raise_type_error("argument 2 must be str, not %A", args[1]);
    } else if (!encode) {
        buffer_get(args[1], &buffer, BUFFER_READ);
    }
    check_unicode_args(n, 5, args[2], args[3], args[4]);
    set_fields(exc, names, 5, args);
}

static void fill_translate_error(Value exc, size_t n, const Value *args) {
    static const Str *const names[] = {N_object, N_start, N_end, N_reason};
    if (n != 4) {
        raise_type_error("function takes exactly 4 arguments (%z given)", (intptr_t)n);
    }
    if (!is_text(args[0])) {
        raise_type_error("argument 1 must be str, not %A", args[0]);
    }
    check_unicode_args(n, 4, args[1], args[2], args[3]);
    set_fields(exc, names, 4, args);
}

// '\xe4', '\u20ac', '\U0001f600'
static void add_escaped(StrBuilder *b, uint32_t c) {
    assert(c <= 0x10ffff);
    static const char hex[] = "0123456789abcdef";
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    builder_add_c(b, digits == 2 ? "'\\x" : digits == 4 ? "'\\u" : "'\\U");
    for (int i = digits - 1; i >= 0; i--) {
        builder_add_char(b, (uint32_t)hex[(c >> (4 * i)) & 15]);
    }
    builder_add_c(b, "'");
}

static intptr_t small_field(Value exc, const Str *name) {
    Value v = exception_get_field(exc, name);
    return is_present(v) && is_int(v) ? int_of(v) : 0;
}

static void add_encode_place(StrBuilder *b, const Str *text, intptr_t start, intptr_t end) {
    bool one = end == start + 1 && start >= 0 && (size_t)start < str_length(text);
    if (!one) {
        builder_add_format(b, "characters in position %z-%z", start, end - 1);
        return;
    }
    const char *p = text->text + str_offset(text, (size_t)start);
    builder_add_c(b, "character ");
    add_escaped(b, utf8_next(&p));
    builder_add_format(b, " in position %z", start);
}

static void add_decode_place(StrBuilder *b, Value object, intptr_t start, intptr_t end) {
    static const char hex[] = "0123456789abcdef";
    Buffer buffer;
    bool one = end == start + 1 && start >= 0 && buffer_try(object, &buffer, BUFFER_READ) &&
               (size_t)start < buffer.size;
    if (!one) {
        builder_add_format(b, "bytes in position %z-%z", start, end - 1);
        return;
    }
    uint8_t byte = buffer.data[start];
    builder_add_format(b, "byte 0x%c%c in position %z", (uint32_t)hex[byte >> 4],
                       (uint32_t)hex[byte & 15], start);
}

static Value unicode_error_str(Value exc) {
    Value object = exception_get_field(exc, N_object), reason = exception_get_field(exc, N_reason);
    Value encoding = exception_get_field(exc, N_encoding);
    intptr_t start = small_field(exc, N_start), end = small_field(exc, N_end);
    if (is_absent(object) || !is_text(reason)) {
        return str_value(N__empty);
    }
    StrBuilder b;
    builder_init(&b, 60);
    bool decode = is_instance(exc, &unicode_decode_error_type);
    if (is_text(encoding)) {
        builder_add_format(&b, "'%S' codec ", str_of(unbox(encoding)));
        builder_add_c(&b, decode ? "can't decode " : "can't encode ");
    } else {
        builder_add_c(&b, "can't translate ");
    }
    if (decode) {
        add_decode_place(&b, object, start, end);
    } else if (is_text(object)) {
        add_encode_place(&b, str_of(unbox(object)), start, end);
    }
    builder_add_format(&b, ": %S", str_of(unbox(reason)));
    return builder_finish(&b);
}

// ---- str() -------------------------------------------------------------------------------------

static bool is_unicode_kind(Value exc) {
    return is_instance(exc, &unicode_decode_error_type) ||
           is_instance(exc, &unicode_encode_error_type) ||
           is_instance(exc, &unicode_translate_error_type);
}

Value exception_special_str(Value exc) {
    const Exception *e = exception_of(exc);
    const Tuple *args = tuple_of(e->args);
    if (is_instance(exc, &memory_error_type) && is_present(e->extra) && is_int(e->extra)) {
        intptr_t size = int_of(e->extra);
        return size ? str_formatted("memory allocation failed, allocating %z bytes", size)
                    : str_value(N__heap_is_locked);
    }
    if (is_instance(exc, &key_error_type)) {
        return args->len == 1 ? op_repr(args->items[0]) : ABSENT;
    }
    if (is_instance(exc, &os_error_type)) {
        return os_error_str(exc);
    }
    if (is_instance(exc, &syntax_error_type)) {
        return syntax_error_str(exc);
    }
    if (is_instance(exc, &import_error_type)) {
        Value msg = exception_get_field(exc, N_msg);
        return is_text(msg) ? unbox(msg) : ABSENT;
    }
    return is_unicode_kind(exc) ? unicode_error_str(exc) : ABSENT;
}
