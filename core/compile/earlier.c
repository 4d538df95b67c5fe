// SPDX-License-Identifier: MIT
// earlier.c: what a module has done before a `global` statement at its own level, or before
// `from __future__ import`.
//
// Statements are compiled one at a time and forgotten, but their code is there: it says which
// names they loaded and stored. So nothing needs to be remembered for this rare question.
// Comprehensions, scopes of their own, are told apart by COMPGLOBAL, COMPNAME and COMPSTORE;
// storing what was imported does not count. What can't run leaves no code: names of statements that
// have such parts are kept in a dict until the module is compiled.
#include "compile/emit.h"

static unsigned uses_by(unsigned op) {
    switch (op) {
    case OP_CODE_LOADGLOBAL:
    case OP_CODE_LOADNAME: return SYM_USED;
    case OP_CODE_STOREGLOBAL:
    case OP_CODE_DELGLOBAL:
    case OP_CODE_STORENAME:
    case OP_CODE_DELNAME: return SYM_ASSIGNED;
    case OP_CODE_ANNOTATE: return SYM_ANNOTATED;
    default: return 0;
    }
}

static bool is_import(unsigned op) {
    return op == OP_CODE_IMPORT || op == OP_CODE_IMPORTFROM;
}

static unsigned uses_in(const uint8_t *code, uint32_t size, const Value *consts, const Str *name) {
    unsigned uses = 0, high = 0, before = OP_CODE_MOVE;
    uint32_t field;
    for (uint32_t at = 0; at < size; at += instruction_size(code, at, &field)) {
        unsigned op = code[at], use = is_import(before) ? 0 : uses_by(op);
        if (op == OP_CODE_WIDE) {
            high = code[at + 1] * 256u;
            continue;
        }
        if (use) {
            const char *format = opcode_format(op);
            unsigned index = high + code[at + 1 + (size_t)(strchr(format, 'k') - format)];
            uses |= same(consts[index], str_value(name)) ? use : 0;
        }
        high = 0;
        before = op;
    }
    return uses;
}

void earlier_dropped(Compiler *c, const Scope *scope) {
    assert(scope->kind == SCOPE_MODULE);
    for (const Symbol *s = scope->symbols; s; s = s->next) {
        unsigned uses = s->flags & (SYM_USED | SYM_ASSIGNED | SYM_ANNOTATED);
        if (uses) {
            c->dropped = c->dropped ? c->dropped : dict_new(0);
            Value before = dict_get_name(c->dropped, s->name);
            uses |= is_present(before) ? (unsigned)int_of(before) : 0;
            dict_set_name(c->dropped, s->name, int_value((intptr_t)uses));
        }
    }
}

unsigned earlier_uses(const Str *name) {
    Compiler *c = (Compiler *)cell_of(rt.roots.compiler);
    if (name == N___doc__) { // the docstring was stored there
        return 0;
    }
    unsigned uses = 0;
    for (size_t i = 0; i < c->chunks->len; i++) {
        poll_pending();
        const Code *chunk = code_of(c->chunks->items->at[i]);
        uses |= uses_in(code_bytes(chunk), code_size(chunk), chunk->pool->items, name);
    }
    Unit *u = c->unit;
    if (u && u->size) {
        const Value *consts = unit_consts(u);
        uses |= uses_in((const uint8_t *)(u->code + 1), u->size, consts, name);
    }
    if (uses & SYM_ASSIGNED) { // code that loads x may be part of x += 1, which is no use
        uses &= ~(unsigned)SYM_USED;
    }
    Value dropped = c->dropped ? dict_get_name(c->dropped, name) : ABSENT;
    return uses | (is_present(dropped) ? (unsigned)int_of(dropped) : 0);
}

// ---- from __future__ import --------------------------------------------------------------------

static bool is_future(const Node *n) {
    return n->kind == NODE_IMPORT_FROM && !n->flags && same(n->value, str_value(N___future__));
}

void earlier_statement(const Node *n, bool first) {
    Compiler *c = (Compiler *)cell_of(rt.roots.compiler);
    bool docstring = first && c->statements == 0 && n->kind == NODE_EXPR &&
                     n->a->kind == NODE_CONST && is_str(n->a->value);
    c->past_futures |= !docstring && !is_future(n);
}

void earlier_future(Walk *w, const Node *n) {
    static const char *const features[] = {
        "nested_scopes",    "generators",     "division",       "absolute_import", "with_statement",
        "unicode_literals", "print_function", "generator_stop", "annotations",     "barry_as_FLUFL",
    };
    if (!is_future(n)) {
        return;
    }
    if (((Compiler *)cell_of(rt.roots.compiler))->past_futures) {
        parser_error_at(w->parser, n,
                        "from __future__ imports must occur at the beginning of the file");
    }
    for (const Node *alias = n->a; alias; alias = alias->next) {
        size_t i = 0;
        while (i < COUNT_OF(features) && strcmp(str_of(alias->value)->text, features[i]) != 0) {
            i++;
        }
        if (i == COUNT_OF(features)) {
            bool braces = strcmp(str_of(alias->value)->text, "braces") == 0;
            parser_error_at(w->parser, n,
                            braces ? "not a chance" : "future feature %S is not defined",
                            str_of(alias->value));
        }
    }
}
