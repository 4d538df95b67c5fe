// SPDX-License-Identifier: MIT
// scope.c: symbols of scopes, and what each name means once a whole statement has been walked.
//
// Symbols of a scope form a hash trie (C. Wellons, "An easy-to-implement, arena-friendly hash
// map", 2023) keyed by the name's pointer, and a list in order of appearance, which is the order
// of the registers. Resolution goes outwards from each use, past class scopes, to the scope that
// binds the name, and marks it as captured when that belongs to another unit.
#include "compile/scope.h"

#include "error.h"
#include <assert.h>

static uintptr_t hash_pointer(const Str *name) {
    return ((uintptr_t)name >> 3) * (uintptr_t)0x9e3779b97f4a7c15u;
}

Symbol *scope_find(const Scope *scope, const Str *name) {
    uintptr_t hash = hash_pointer(name);
    for (Symbol *s = scope->root; s; s = s->child[hash >> (WORD_BITS - 1)], hash <<= 1) {
        if (s->name == name) {
            return s;
        }
    }
    return NULL;
}

// The symbol of that (mangled) name in `scope`, made when it is new.
Symbol *scope_symbol(Walk *w, Scope *scope, const Str *name, const Node *node) {
    assert(name->interned);
    uintptr_t hash = hash_pointer(name);
    Symbol **place = &scope->root;
    for (; *place; place = &(*place)->child[hash >> (WORD_BITS - 1)], hash <<= 1) {
        if ((*place)->name == name) {
            return *place;
        }
    }
    Symbol *s = arena_alloc(parser_arena(w->parser), sizeof(Symbol));
    s->name = name;
    s->node = node;
    s->free = -1;
    *place = s;
    if (scope->last_symbol) {
        scope->last_symbol->next = s;
    } else {
        scope->symbols = s;
    }
    scope->last_symbol = s;
    return s;
}

Scope *scope_open(Walk *w, ScopeKind kind, const Node *node, ScopeRole role) {
    Scope *outer = w->scope;
    Scope *s = arena_alloc(parser_arena(w->parser), sizeof(Scope));
    s->kind = (uint8_t)kind;
    s->role = (uint8_t)role;
    s->node = node;
    s->outer = outer;
    if (outer) {
        s->private_name = outer->private_name;
        s->private_only = outer->private_only;
        s->nested = outer->nested || outer->kind == SCOPE_FUNCTION;
        s->sees_class = (kind == SCOPE_TYPE_PARAMS || kind == SCOPE_ANNOTATION) &&
                        (outer->kind == SCOPE_CLASS || outer->sees_class);
        if (outer->last) {
            outer->last->next = s;
        } else {
            outer->first = s;
        }
        outer->last = s;
    }
    w->scope = s;
    if (s->sees_class) {
        scope_symbol(w, s, N___classdict__, node)->flags |= SYM_USED;
    }
    return s;
}

void scope_close(Walk *w) {
    assert(w->scope->outer);
    w->scope = w->scope->outer;
}

Scope *scope_child(Scope *scope, const Node *node, ScopeRole role) {
    Scope *start = scope->hint ? scope->hint : scope->first;
    for (int round = 0; round < 2; round++) {
        for (Scope *s = round ? scope->first : start; s; s = s->next) {
            if (s->node == node && s->role == role) {
                scope->hint = s;
                return s;
            }
        }
    }
    assert(!"a scope for every node that needs one");
    return NULL;
}

// The class whose name goes into the private names that `name` is one of.
static const Str *private_owner(const Scope *scope, const Str *name) {
    const Node *p = scope->private_only;
    while (p && str_of(p->value) != name) {
        p = p->next;
    }
    return scope->private_only && !p ? NULL : scope->private_name;
}

const Str *scope_mangle(const Scope *scope, const Str *name) {
    const Str *owner = private_owner(scope, name);
    if (!owner || name->size < 3 || name->text[0] != '_' || name->text[1] != '_' ||
        (name->text[name->size - 1] == '_' && name->text[name->size - 2] == '_') ||
        memchr(name->text, '.', name->size)) {
        return name;
    }
    size_t skip = 0;
    while (skip < owner->size && owner->text[skip] == '_') {
        skip++;
    }
    if (skip == owner->size) {
        return name;
    }
    StrBuilder b;
    builder_init(&b, owner->size + name->size + 1);
    builder_add_byte(&b, '_');
    builder_add(&b, owner->text + skip, owner->size - skip);
    builder_add_str(&b, name);
    return str_intern(builder_finish(&b));
}

void scope_use(Walk *w, const Str *name, const Node *node) {
    scope_symbol(w, w->scope, scope_mangle(w->scope, name), node)->flags |= SYM_USED;
    if (name == N_super && scope_unit(w->scope)->kind == SCOPE_FUNCTION) {
        scope_symbol(w, w->scope, N___class__, node)->flags |= SYM_USED;
    }
}

void scope_bind(Walk *w, const Str *name, const Node *node, unsigned flags) {
    if (name == N___debug__) {
        parser_error_at(w->parser, node,
                        flags & SYM_DELETED ? "cannot delete __debug__"
                                            : "cannot assign to __debug__");
    }
    Symbol *s = scope_symbol(w, w->scope, scope_mangle(w->scope, name), node);
    if (flags & s->flags & SYM_PARAM) {
        parser_error_at(w->parser, node, "duplicate argument '%S' in function definition", name);
    }
    if (flags & s->flags & SYM_TYPE_PARAM) {
        parser_error_at(w->parser, node, "duplicate type parameter '%S'", name);
    }
    s->flags |= (uint16_t)(SYM_BOUND | flags | (flags & SYM_IMPORTED ? 0 : SYM_ASSIGNED));
}

// ---- resolution -------------------------------------------------------------------------------

static Symbol *const explicit_global = (Symbol *)(uintptr_t)sizeof(Value); // never dereferenced

// The scope from `s` outwards that binds name: its symbol, NULL if none does, or
// explicit_global. *owner gets the scope.
static Symbol *find_binding(Scope *s, const Str *name, Scope **owner) {
    for (; s->kind != SCOPE_MODULE; s = s->outer) {
        Symbol *symbol = scope_find(s, name);
        if (!symbol || (s->kind == SCOPE_CLASS && !(symbol->flags & SYM_IMPLICIT))) {
            continue;
        }
        if (symbol->flags & SYM_GLOBAL) {
            return explicit_global;
        }
        if ((symbol->flags & (SYM_BOUND | SYM_IMPLICIT)) &&
            !(symbol->flags & (SYM_NONLOCAL | SYM_WALRUS))) {
            *owner = s;
            return symbol;
        }
    }
    return NULL;
}

enum { MOST_FREE = 32767, MOST_LOCALS = 60000 };

static int add_free(Walk *w, Scope *unit, const Str *name, const Node *node) {
    Symbol *s = scope_symbol(w, unit, name, node);
    if (s->free < 0) {
        if (unit->nfree >= MOST_FREE) {
            parser_error_at(w->parser, node, "too many free variables");
        }
        s->free = (int16_t)unit->nfree++;
    }
    if (!(s->flags & (SYM_BOUND | SYM_RESOLVED)) || (s->flags & SYM_NONLOCAL)) {
        s->kind = NAME_FREE;
        s->flags |= SYM_RESOLVED;
    }
    return s->free;
}

// The name used in `scope` is bound in scope `owner` (symbol `binding`).
static void resolve_to(Walk *w, Scope *scope, Symbol *s, Scope *owner, Symbol *binding) {
    Scope *home = scope_unit(owner);
    if (scope_unit(scope) == home) {
        assert(scope->kind == SCOPE_COMP);
        s->kind = NAME_OUTER;
        return;
    }
    binding->flags |= SYM_CELL;
    for (Scope *unit = scope_unit(scope); unit != home; unit = scope_unit(unit->outer)) {
        int number = add_free(w, unit, s->name, s->node);
        if (unit == scope_unit(scope)) {
            s->free = (int16_t)number;
        }
    }
    s->kind = NAME_FREE;
}

static NameKind unbound_kind(Scope *scope) {
    Scope *unit = scope_unit(scope);
    if (unit->kind == SCOPE_MODULE || unit->sees_class ||
        (unit->kind == SCOPE_CLASS && scope == unit)) {
        return NAME_NAMESPACE;
    }
    return NAME_GLOBAL;
}

static void resolve_nonlocal(Walk *w, Scope *scope, Symbol *s) {
    assert(scope->outer);
    Scope *owner = NULL;
    Symbol *binding = find_binding(scope->outer, s->name, &owner);
    if (!binding || binding == explicit_global ||
        (binding->flags & SYM_IMPLICIT && s->name != N___class__)) {
        parser_error_at(w->parser, s->node, "no binding for nonlocal '%S' found", s->name);
    }
    if (binding->flags & SYM_TYPE_PARAM) {
        parser_error_at(w->parser, s->node, "nonlocal binding not allowed for type parameter '%S'",
                        s->name);
    }
    resolve_to(w, scope, s, owner, binding);
}

static void resolve_symbol(Walk *w, Scope *scope, Symbol *s) {
    if (s->flags & SYM_RESOLVED) {
        return;
    }
    s->flags |= SYM_RESOLVED;
    if (s->flags & SYM_GLOBAL) {
        s->kind = NAME_GLOBAL;
    } else if (s->flags & SYM_NONLOCAL) {
        resolve_nonlocal(w, scope, s);
    } else if (s->flags & SYM_WALRUS) {
        s->kind = NAME_OUTER;
    } else if (s->flags & SYM_IMPLICIT) {
        s->kind = NAME_LOCAL;
    } else if (s->flags & SYM_BOUND) {
        bool namespace = scope->kind == SCOPE_MODULE || scope->kind == SCOPE_CLASS;
        s->kind = namespace ? NAME_NAMESPACE : NAME_LOCAL;
    } else {
        Scope *owner = NULL;
        Symbol *binding = scope->outer ? find_binding(scope->outer, s->name, &owner) : NULL;
        if (binding == explicit_global) {
            s->kind = NAME_GLOBAL;
        } else if (binding) {
            resolve_to(w, scope, s, owner, binding);
        } else {
            s->kind = (uint8_t)unbound_kind(scope);
        }
    }
}

// Orders the free variables of a unit by their names, as co_freevars has them: a Shellsort with
// Knuth's gaps (The Art of Computer Programming 3, 5.2.1), as there may be thousands.
static void order_frees(Scope *unit) {
    unsigned n = unit->nfree, gap = 1;
    while (gap < n / 3) {
        gap = 3 * gap + 1;
    }
    for (; gap; gap /= 3) {
        for (unsigned i = gap; i < n; i++) {
            Symbol *s = unit->frees[i];
            unsigned at = i;
            for (; at >= gap && str_compare(s->name, unit->frees[at - gap]->name) < 0; at -= gap) {
                unit->frees[at] = unit->frees[at - gap];
            }
            unit->frees[at] = s;
        }
    }
    for (unsigned i = 0; i < n; i++) {
        unit->frees[i]->free = (int16_t)i;
    }
}

// The symbols of a comprehension follow those of its unit.
static void renumber_frees(Scope *comprehension) {
    for (Symbol *s = comprehension->symbols; s; s = s->next) {
        if (s->free >= 0) {
            s->free = scope_find(scope_unit(comprehension), s->name)->free;
        }
    }
}

// Numbers the locals of a unit and its free variables. Comprehension variables get registers when
// they are emitted.
static void number_symbols(Walk *w, Scope *scope) {
    if (scope->kind == SCOPE_COMP) {
        renumber_frees(scope);
        return;
    }
    unsigned n = scope_hidden_register(scope) ? 1 : 0;
    scope->frees = arena_alloc(parser_arena(w->parser), (scope->nfree + 1u) * sizeof(Symbol *));
    for (Symbol *s = scope->symbols; s; s = s->next) {
        bool unused = (s->flags & SYM_IMPLICIT) && !(s->flags & SYM_CELL);
        if (s->kind == NAME_LOCAL && !unused) {
            if (n >= MOST_LOCALS) {
                parser_error_at(w->parser, s->node, "too many local variables");
            }
            s->reg = (uint16_t)n++;
        }
        if (s->free >= 0) {
            scope->frees[s->free] = s;
        }
    }
    scope->nlocals = (uint16_t)n;
    order_frees(scope);
}

// Two rounds: every symbol of the tree must be resolved before captures are all known.
static void resolve_all(Walk *w, Scope *scope) {
    stack_check();
    for (Symbol *s = scope->symbols; s; s = s->next) {
        resolve_symbol(w, scope, s);
    }
    for (Scope *child = scope->first; child; child = child->next) {
        resolve_all(w, child);
    }
}

static void number_all(Walk *w, Scope *scope) {
    number_symbols(w, scope);
    for (Scope *child = scope->first; child; child = child->next) {
        number_all(w, child);
    }
}

void scope_resolve(Walk *w, Scope *scope) {
    resolve_all(w, scope);
    number_all(w, scope);
}

Scope *scope_analyse(Parser *parser, Node *statement) {
    Walk w = {.parser = parser};
    Scope *module = scope_open(&w, SCOPE_MODULE, NULL, ROLE_BODY);
    if (statement->kind <= NODE_STARRED) {
        scope_expr(&w, statement);
    } else {
        scope_body(&w, statement);
    }
    scope_resolve(&w, module);
    return module;
}
