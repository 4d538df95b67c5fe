// SPDX-License-Identifier: MIT
// quitter.c: exit and quit, which say how to leave when they are shown at the prompt.
#include "error.h"
#include "modules/builtins.h"
#include "objects/exception.h"
#include "objects/protocol.h"
#include "text/str.h"

static const Quitter *quitter_of(Value self) {
    return (const Quitter *)cell_of(self);
}

static Value quitter_repr(Value self) {
    return str_formatted("Use %S() or Ctrl-D (i.e. EOF) to exit", quitter_of(self)->name);
}

static Value quitter_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_code, 0}, {NULL, 0}};
    Value code;
    args_parse("Quitter.__call__", spec, n, args, kwnames, &code);
    code = is_absent(code) ? NONE : code;
    raise_value(exception_new(&system_exit_type, 1, &code));
}

static Value quitter_name(Value self) {
    return str_value(quitter_of(self)->name);
}

static const Native quitter_methods[] = {GETTER(N_name, quitter_name), NATIVE_END};
static const Ops quitter_ops = {.repr = quitter_repr, .call = quitter_call};
static const Type quitter_type = {
    .head = {&type_type}, .name = N_Quitter, .ops = &quitter_ops, .flags = TYPE_FINAL | TYPE_TRACE_NONE,
    .payload = sizeof(Quitter), .letter = 'h', .base = &object_type, .solid = &quitter_type,
    .methods = quitter_methods,
};
const Quitter quitter_exit = {{&quitter_type}, N_exit}, quitter_quit = {{&quitter_type}, N_quit};
