// SPDX-License-Identifier: MIT
// code_object.c: code as Python sees it: names and counts, and what is read from the bytecode itself:
// constants, lines.
#include "compile/emit.h"
#include "error.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "text/buffer.h"
#include "text/str.h"
#include "vm/code.h"
#include "vm/opcodes.h"
#include <assert.h>

static Value code_repr(Value self) {
    const Code *c = code_of(self);
    return str_formatted("<code object %S, file \"%S\", line %z>", code_own_name(c), code_file(c),
                         (intptr_t)code_first_line(c));
}

static Value code_get_name(Value self) {
    return str_value(code_own_name(code_of(self)));
}

static Value code_get_filename(Value self) {
    return str_value(code_file(code_of(self)));
}

static Value code_get_first_line(Value self) {
    return int_value((intptr_t)code_first_line(code_of(self)));
}

static Value code_get_argcount(Value self) {
    return int_value((intptr_t)code_npos(code_of(self)));
}

static Value code_get_kwonly(Value self) {
    return int_value((intptr_t)code_nkwonly(code_of(self)));
}

static Value code_get_posonly(Value self) {
    return int_value((intptr_t)code_nposonly(code_of(self)));
}

// The flag bits of CPython that programs look at.
static Value code_get_flags(Value self) {
    unsigned f = code_of(self)->flags;
    return int_value((f & CODE_VARARGS ? 4 : 0) | (f & CODE_VARKW ? 8 : 0) |
                     (f & CODE_GENERATOR ? 0x20 : 0) | (f & CODE_COROUTINE ? 0x80 : 0) |
                     (f & CODE_ASYNC_GENERATOR ? 0x200 : 0));
}

static Value code_qualname_of(Value self) {
    return code_qualname(code_of(self));
}

static Value code_varnames(Value self) {
    const Code *c = code_of(self);
    Tuple *names = tuple_alloc(code_nlocals(c));
    for (unsigned i = 0; i < names->len; i++) {
        names->items[i] = str_value(code_local(c, i));
    }
    return cell_value(names);
}

static Value code_freevars(Value self) {
    const Code *c = code_of(self);
    Tuple *names = tuple_alloc(code_nfree(c));
    for (unsigned i = 0; i < names->len; i++) {
        names->items[i] = str_value(code_free_name(c, i));
    }
    return cell_value(names);
}

static Value code_get_nlocals(Value self) {
    return int_value((intptr_t)code_nlocals(code_of(self)));
}

static Value code_get_stacksize(Value self) {
    const Code *c = code_of(self);
    return int_value((intptr_t)(c->nregs + code_far(c)) - (intptr_t)code_nlocals(c));
}

// ---- from the bytecode -------------------------------------------------------------------------

static Value code_get_code(Value self) {
    const Code *c = code_of(self);
    return bytes_new(code_bytes(c), code_size(c));
}

// Constants are values; those of all other instructions are names, or words of a call.
static bool takes_value(unsigned op) {
    return op == OP_CODE_LOADK || op == OP_CODE_MAKEFUNCTION || op == OP_CODE_MAKECLOSURE ||
           (op >= OP_CODE_ADDK && op <= OP_CODE_TRUEDIVK);
}

static bool takes_name(unsigned op) {
    return !takes_value(op) && op != OP_CODE_CALLKW && op != OP_CODE_CALLMKW;
}

static bool has_item(const List *list, Value v) {
    for (size_t i = 0; i < list->len; i++) {
        if (same(list->items->at[i], v)) {
            return true;
        }
    }
    return false;
}

// The constants of the instructions that `wanted` names, each once, in the order of their first use.
static void add_used(List *list, const Code *c, bool (*wanted)(unsigned op)) {
    unsigned high = 0;
    uint32_t field;
    for (uint32_t at = 0; at < code_size(c); at += instruction_size(code_bytes(c), at, &field)) {
        const uint8_t *p = code_bytes(c) + at;
        const char *format = opcode_format(*p), *k = strchr(format, 'k');
        if (k && wanted(*p)) {
            Value v = c->pool->items[high + p[1 + (k - format)]];
            if (!has_item(list, v)) {
                list_append(list, v);
            }
        }
        high = *p == OP_CODE_WIDE ? p[1] * 256u : 0;
    }
}

static Value code_get_consts(Value self) {
    const Code *c = code_of(self);
    List *list = list_new(4);
    if (c->flags & CODE_DOC) {
        list_append(list, code_doc(c));
    }
    if (!(c->flags & CODE_CHUNKS)) {
        add_used(list, c, takes_value);
    }
    for (unsigned i = 1; i <= code_chunks(c); i++) {
        list_append(list, c->pool->items[i]);
    }
    return tuple_new(list->items->at, list->len);
}

static Value code_get_names(Value self) {
    const Code *c = code_of(self);
    List *list = list_new(4);
    if (!(c->flags & CODE_CHUNKS)) {
        add_used(list, c, takes_name);
    }
    return tuple_new(list->items->at, list->len);
}

// Tuples (start, end, line) of bytes of co_code.
static Value code_lines(Value self) {
    const Code *c = code_of(self);
    const uint8_t *p = NULL;
    CodeLine line;
    List *list = list_new(4);
    while (code_next_line(c, &p, &line)) {
        Value item[3] = {int_value((intptr_t)line.start), int_value((intptr_t)line.end),
                         int_value((intptr_t)line.line)};
        list_append(list, tuple_new(item, 3));
    }
    return op_iter(cell_value(list));
}

// For each instruction (line, line, None, None): columns are not kept.
static Value code_positions(Value self) {
    const Code *c = code_of(self);
    List *list = list_new(4);
    uint32_t field;
    for (uint32_t at = 0; at < code_size(c); at += instruction_size(code_bytes(c), at, &field)) {
        Value line = int_value((intptr_t)code_line(c, at)), item[4] = {line, line, NONE, NONE};
        list_append(list, tuple_new(item, 4));
    }
    return op_iter(cell_value(list));
}

// ---- replace -----------------------------------------------------------------------------------

static const Str *name_given(Value v, const char *what, const Str *otherwise) {
    return is_present(v) ? str_intern(str_value(str_arg(v, what))) : otherwise;
}

// What stands before the name in the qualified name; NULL: nothing.
static const Str *qualifier_of(Value qualname, const Str *name) {
    const Str *q = str_arg(qualname, "co_qualname");
    if (str_equal(q, name)) {
        return NULL;
    }
    size_t rest = q->size - name->size - 1;
    bool ends_in_name = q->size > name->size && q->text[rest] == '.' &&
                        memcmp(q->text + rest + 1, name->text, name->size) == 0;
    if (!ends_in_name) {
        raise_value_error("co_qualname must end in the name, %V", str_value(name));
    }
    return str_intern(str_slice_bytes(q, 0, rest));
}

static uint32_t line_given(Value v, uint32_t otherwise) {
    intptr_t line = is_present(v) ? to_intptr(v) : (intptr_t)otherwise;
    if (line < 0 || line > INT32_MAX) {
        raise_value_error("co_firstlineno must be a positive integer");
    }
    return (uint32_t)line;
}

// replace(co_name=, co_qualname=, co_filename=, co_firstlineno=); all else only as it is.
static Value code_replace(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_self, ARG_REQUIRED | ARG_POSONLY}, {N_co_name, ARG_KWONLY},
                                   {N_co_qualname, ARG_KWONLY}, {N_co_filename, ARG_KWONLY},
                                   {N_co_firstlineno, ARG_KWONLY}, {NULL, 0}};
    Value in[5];
    args_parse("replace", spec, n, args, kwnames, in);
    const Code *c = code_of(args[0]);
    if (c->flags & CODE_CHUNKS) {
        raise_value_error("replace() is for the code of functions and classes");
    }
    CodeNames names = {name_given(in[3], "co_filename", code_file(c)),
                       name_given(in[1], "co_name", code_own_name(c)), code_qualifier(c),
                       line_given(in[4], code_first_line(c))};
    if (is_present(in[2])) {
        names.qualifier = qualifier_of(in[2], names.name);
    }
    return cell_value(code_renamed(c, &names));
}

static const Native code_methods[] = {
    GETTER(N_co_name, code_get_name),
    GETTER(N_co_qualname, code_qualname_of),
    GETTER(N_co_filename, code_get_filename),
    GETTER(N_co_firstlineno, code_get_first_line),
    GETTER(N_co_argcount, code_get_argcount),
    GETTER(N_co_kwonlyargcount, code_get_kwonly),
    GETTER(N_co_posonlyargcount, code_get_posonly),
    GETTER(N_co_nlocals, code_get_nlocals),
    GETTER(N_co_stacksize, code_get_stacksize),
    GETTER(N_co_flags, code_get_flags),
    GETTER(N_co_varnames, code_varnames),
    GETTER(N_co_freevars, code_freevars),
    GETTER(N_co_code, code_get_code),
    GETTER(N_co_consts, code_get_consts),
    GETTER(N_co_names, code_get_names),
    METHOD_1(N_co_lines, code_lines),
    METHOD_1(N_co_positions, code_positions),
    METHOD_KW(N_replace, code_replace, 1, 1),
    NATIVE_END,
};

static const Ops code_ops = {.repr = code_repr};
const Type code_type = {
    .head = {&type_type}, .name = N_code, .ops = &code_ops, .flags = TYPE_FINAL | TYPE_WEAK | TYPE_LASTING,
    .payload = sizeof(Code), .letter = 'h', .base = &object_type, .solid = &code_type,
    .methods = code_methods, .trace = code_trace};
