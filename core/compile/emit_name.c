// SPDX-License-Identifier: MIT
// emit_name.c: loading, storing and deleting names, by what the scope pass says they are.
#include "compile/emit.h"
#include <assert.h>

typedef struct Place {
    Symbol *symbol;
    Scope *scope; // where the symbol is
    NameKind kind;
} Place;

// The symbol a name stands for: in a comprehension, maybe one of the scopes around it.
static Place find_place(Unit *u, const Str *name) {
    Scope *s = u->scope;
    for (;; s = s->outer) {
        Symbol *symbol = scope_find(s, name);
        if (symbol && symbol->kind != NAME_OUTER) {
            return (Place){symbol, s, symbol->kind};
        }
        assert(s != u->unit_scope && "every name has a symbol");
    }
}

static Place place_of(Unit *u, const Str *name) {
    Place p = find_place(u, name);
    if ((p.symbol->flags & SYM_IMPLICIT) && p.scope->kind == SCOPE_CLASS) {
        p.kind = NAME_NAMESPACE;
    }
    Dict *globals = u->compiler->globals;
    if (p.kind == NAME_NAMESPACE && globals && u->unit_scope->kind == SCOPE_MODULE &&
        is_present(dict_get_name(globals, name))) {
        p.kind = NAME_GLOBAL;
    }
    return p;
}

Symbol *var_lookup(Unit *u, const Str *mangled) {
    return find_place(u, mangled).symbol;
}

const Str *mangle(Unit *u, Value name) {
    return scope_mangle(u->scope, str_of(name));
}

static bool is_far(const Unit *u, const Symbol *s) {
    return u->far && !(s->flags & SYM_REGISTER) && s->reg >= LOCALS_NEAR;
}

static unsigned far_register(const Symbol *s) {
    assert(s->reg >= LOCALS_NEAR);
    return s->reg + (256u - LOCALS_NEAR);
}

static bool is_plain(const Unit *u, const Place *p) { // a local that is a register itself
    return p->kind == NAME_LOCAL && !(p->symbol->flags & SYM_CELL) && !is_far(u, p->symbol);
}

int var_register(Unit *u, const Str *name) {
    Place p = place_of(u, name);
    return is_plain(u, &p) ? p.symbol->reg : -1;
}

void var_check(Unit *u, const Str *name, unsigned reg) {
    Symbol *s = find_place(u, name).symbol;
    if (s->flags & SYM_REGISTER) {
        if (!s->assigned) { // read before its loop: unbound at least the first time
            emit2(u, OP_CODE_LOADC, reg, KNOWN_ABSENT);
            emit1(u, OP_CODE_CHECK, reg);
        }
    } else if (!is_bound(u, s->reg)) {
        emit1(u, OP_CODE_CHECK, reg);
        set_bound(u, s->reg, true);
    }
}

// The register of a captured local's cell: its own, or a temporary for a far one.
static unsigned cell_register(Unit *u, const Symbol *s) {
    assert(s->flags & SYM_CELL);
    if (!is_far(u, s)) {
        return s->reg;
    }
    unsigned reg = push(u);
    emit2(u, OP_CODE_LOADFAR, reg, far_register(s));
    return reg;
}

static void load_local(Unit *u, const Str *name, Symbol *s, unsigned reg) {
    unsigned mark = u->top;
    if (s->flags & SYM_CELL) {
        emit2(u, OP_CODE_CELLGET, reg, cell_register(u, s));
    } else if (is_far(u, s)) {
        emit2(u, OP_CODE_LOADFAR, reg, far_register(s));
    } else {
        var_check(u, name, s->reg);
        emit_move(u, reg, s->reg);
    }
    u->top = mark;
}

static unsigned namespace_load(const Unit *u) {
    bool comprehension = u->scope->kind == SCOPE_COMP;
    if (u->namespace) {
        return comprehension ? OP_CODE_COMPNAME : OP_CODE_LOADNAME;
    }
    return comprehension ? OP_CODE_COMPGLOBAL : OP_CODE_LOADGLOBAL;
}

void var_load(Unit *u, const Str *name, unsigned reg) {
    Place p = place_of(u, name);
    unsigned free = (unsigned)p.symbol->free;
    switch (p.kind) {
    case NAME_LOCAL: load_local(u, name, p.symbol, reg); break;
    case NAME_FREE:
        if (u->namespace && p.scope == u->unit_scope && name->text[0] != '.') {
            emit2(u, OP_CODE_FREECLASS, reg, free);
        } else {
            emit2(u, OP_CODE_FREEGET, reg, free);
        }
        break;
    case NAME_NAMESPACE:
        emit2(u, namespace_load(u), reg, emit_name(u, name));
        break;
    default: emit2(u, OP_CODE_LOADGLOBAL, reg, emit_name(u, name));
    }
}

static void store_local(Unit *u, Symbol *s, unsigned reg) {
    unsigned mark = u->top;
    if (s->flags & SYM_CELL) {
        emit2(u, OP_CODE_CELLSET, cell_register(u, s), reg);
    } else if (is_far(u, s)) {
        emit2(u, OP_CODE_STOREFAR, far_register(s), reg);
    } else {
        emit_move(u, s->reg, reg);
    }
    u->top = mark;
    s->assigned = true;
    if (!(s->flags & SYM_REGISTER)) {
        set_bound(u, s->reg, true);
    }
}

void var_store(Unit *u, const Str *name, unsigned reg) {
    Place p = place_of(u, name);
    switch (p.kind) {
    case NAME_LOCAL: store_local(u, p.symbol, reg); break;
    case NAME_FREE: emit2(u, OP_CODE_FREESET, (unsigned)p.symbol->free, reg); break;
    case NAME_NAMESPACE:
        emit2(u, u->namespace ? OP_CODE_STORENAME : OP_CODE_STOREGLOBAL, emit_name(u, name), reg);
        break;
    default:
        emit2(u, u->scope->kind == SCOPE_COMP ? OP_CODE_COMPSTORE : OP_CODE_STOREGLOBAL,
              emit_name(u, name), reg);
    }
}

static void delete_local(Unit *u, Symbol *s) {
    unsigned mark = u->top;
    if (s->flags & SYM_CELL) {
        emit1(u, OP_CODE_CELLDEL, cell_register(u, s));
    } else if (is_far(u, s)) {
        unsigned reg = push(u);
        emit2(u, OP_CODE_LOADFAR, reg, far_register(s)); // raises if it is unbound
        emit2(u, OP_CODE_LOADC, reg, KNOWN_ABSENT);
        emit2(u, OP_CODE_STOREFAR, far_register(s), reg);
    } else {
        if (!is_bound(u, s->reg)) {
            emit1(u, OP_CODE_CHECK, s->reg);
        }
        emit2(u, OP_CODE_LOADC, s->reg, KNOWN_ABSENT);
        set_bound(u, s->reg, false);
    }
    u->top = mark;
}

void var_delete(Unit *u, const Str *name) {
    Place p = place_of(u, name);
    switch (p.kind) {
    case NAME_LOCAL: delete_local(u, p.symbol); break;
    case NAME_FREE: emit1(u, OP_CODE_FREEDEL, (unsigned)p.symbol->free); break;
    case NAME_NAMESPACE:
        emit1(u, u->namespace ? OP_CODE_DELNAME : OP_CODE_DELGLOBAL, emit_name(u, name));
        break;
    default: emit1(u, OP_CODE_DELGLOBAL, emit_name(u, name));
    }
}

void var_unbind(Unit *u, const Str *name) {
    Place p = place_of(u, name);
    if (is_plain(u, &p)) {
        emit2(u, OP_CODE_LOADC, p.symbol->reg, KNOWN_ABSENT);
        set_bound(u, p.symbol->reg, false);
        return;
    }
    unsigned mark = u->top, reg = push(u);
    emit2(u, OP_CODE_LOADC, reg, KNOWN_NONE);
    var_store(u, name, reg);
    var_delete(u, name);
    u->top = mark;
}

enum { MOST_CAPTURED = 32767 }; // largest index in a pair of MAKECLOSURE

unsigned var_capture(Unit *u, const Str *mangled, unsigned *index) {
    for (Scope *s = u->scope;; s = s->outer) {
        Symbol *symbol = scope_find(s, mangled);
        if (symbol && symbol->kind == NAME_LOCAL) {
            assert(symbol->flags & SYM_CELL);
            *index = is_far(u, symbol) ? far_register(symbol) : symbol->reg;
            if (*index > MOST_CAPTURED) {
                too_complex(u);
            }
            return 0;
        }
        if (s == u->unit_scope) {
            assert(symbol && symbol->free >= 0);
            *index = (unsigned)symbol->free;
            return 1;
        }
    }
}

// A cell for captured local s. Parameters hold their value already.
static void make_cell(Unit *u, const Symbol *s) {
    unsigned mark = u->top, reg = s->reg;
    if (is_far(u, s)) {
        reg = push(u);
        if (s->flags & SYM_PARAM) {
            emit2(u, OP_CODE_LOADFAR, reg, far_register(s));
        } else {
            emit2(u, OP_CODE_LOADC, reg, KNOWN_ABSENT);
        }
    }
    if (s->name == N___classdict__) {
        emit_move(u, reg, 0);
    }
    emit1(u, OP_CODE_MAKECELL, reg);
    if (is_far(u, s)) {
        emit2(u, OP_CODE_STOREFAR, far_register(s), reg);
    }
    u->top = mark;
}

// __annotate__(format): formats above 2 are not for the compiler's functions.
static void check_format(Unit *u) {
    Label ok = {0};
    unsigned mark = u->top, reg = push(u);
    emit_jump(u, OP_CODE_JLEI, 0, 2, &ok);
    emit2(u, OP_CODE_LOADGLOBAL, reg, emit_name(u, N_NotImplementedError));
    emit1(u, OP_CODE_RAISE, reg);
    place(u, &ok);
    u->top = mark;
}

void unit_entry(Unit *u) {
    if (u->unit_scope->kind == SCOPE_ANNOTATION && u->unit_scope->role == ROLE_ANNOTATIONS) {
        u->npos = u->nposonly = 1;
        check_format(u);
    }
    if (u->unit_scope->sees_class) {
        Symbol *s = scope_find(u->unit_scope, N___classdict__);
        assert(s && s->free >= 0);
        emit2(u, OP_CODE_FREEGET, 0, (unsigned)s->free);
    }
    for (Symbol *s = u->unit_scope->symbols; s; s = s->next) {
        if (s->kind != NAME_LOCAL) {
            continue;
        }
        if (s->flags & SYM_PARAM) {
            set_bound(u, s->reg, true);
        }
        if (s->flags & SYM_CELL) {
            make_cell(u, s);
        }
    }
}
