// SPDX-License-Identifier: MIT
// scope.h: which name means what: the scope pass over one top-level statement.
//
// The pass makes a tree of scopes in the parser's arena; it lives as long as the statement's
// tree. A "unit" is a scope that becomes a code of its own; a comprehension (SCOPE_COMP) is part
// of the unit around it. A node may own several scopes, told apart by their role.
#ifndef CORE_SCOPE_H
#define CORE_SCOPE_H

#include "compile/parser.h"
#include "text/str.h"

typedef enum {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,    // def, lambda, generator expression
    SCOPE_COMP,        // list, set or dict comprehension: inlined in the unit around it
    SCOPE_TYPE_PARAMS, // hidden function that makes type parameters
    SCOPE_ANNOTATION,  // lazily evaluated annotations, bounds, values of type aliases
} ScopeKind;

typedef enum { ROLE_BODY, ROLE_TYPE_PARAMS, ROLE_ANNOTATIONS, ROLE_BOUND, ROLE_DEFAULT } ScopeRole;

enum { // Symbol.flags
    SYM_USED = 1,
    SYM_BOUND = 2,
    SYM_PARAM = 4,
    SYM_GLOBAL = 8,    // declared global
    SYM_NONLOCAL = 16, // declared nonlocal
    SYM_DELETED = 32,  // deleted somewhere: may become unbound again
    SYM_ANNOTATED = 64,
    SYM_ITERATION = 128, // iteration variable of a comprehension
    SYM_WALRUS = 256,    // in a comprehension: bound by := in the unit around it
    SYM_IMPLICIT = 512,  // __class__, __classdict__ of a class: visible to functions inside
    SYM_RESOLVED = 1024,
    SYM_CELL = 2048, // captured by an inner unit: lives in a cell
    SYM_TYPE_PARAM = 4096,
    SYM_IMPORTED = 16384, // bound by an import here (an argument of scope_bind)
    SYM_ASSIGNED = 32768, // bound by something else than an import
    SYM_REGISTER = 8192,  // comprehension variable: `reg` is its register (set by the emitter)
};

typedef enum {
    NAME_NAMESPACE, // through R(0) or, in a module, the globals
    NAME_GLOBAL,
    NAME_LOCAL, // register `reg`; a cell in it with SYM_CELL
    NAME_FREE,  // free variable number `free`
    NAME_OUTER, // in a comprehension: means what it means in the scope around it
} NameKind;

typedef struct Symbol Symbol;
struct Symbol {
    const Str *name;
    Symbol *child[2]; // hash trie
    Symbol *next;     // in order of appearance
    const Node *node; // where it appeared first
    uint16_t flags;
    uint8_t kind;  // NameKind
    bool assigned; // emitter: a comprehension variable that has been stored to
    uint16_t reg;  // local number; register of a comprehension variable
    int16_t free;  // number among the free variables of the unit, or -1
};

typedef struct Scope Scope;
struct Scope {
    uint8_t kind, role;
    bool is_async, generator; // async: has an await or async for where it matters
    bool genexp, lambda;
    bool nested;           // somewhere inside a function
    bool sees_class;       // looks names up in the namespace of the class around it first
    bool needs_class_dict; // class: inner scopes want __classdict__
    const Node *node;
    Scope *outer, *first, *last, *next;
    Scope *hint; // child found last
    Symbol *root, *symbols, *last_symbol;
    Symbol **frees;           // nfree symbols, in order of number (filled by scope_resolve)
    const Str *private_name;  // class name for mangling, or NULL
    const Node *private_only; // type parameters of a class: their names alone are mangled
    const Node *return_value; // first `return x`, for the error in async generators
    uint16_t nlocals, nfree, nparams;
    uint16_t annotations; // class: number of annotated names
    uint16_t conditional; // class: number of those in branches
};

// Analyses a statement: returns its module scope. Raises SyntaxError. `single_line`: the chain
// given through next is part of it.
Scope *scope_analyse(Parser *parser, Node *statement);
// The child of `scope` that (node, role) owns; must exist.
Scope *scope_child(Scope *scope, const Node *node, ScopeRole role);
// SYM_USED, SYM_ASSIGNED, SYM_ANNOTATED: what the statements of the module compiled so far do with a
// name at their own level (earlier.c).
unsigned earlier_uses(const Str *name);
Symbol *scope_find(const Scope *scope, const Str *name); // NULL if not there
// The unit a scope is part of.
static inline Scope *scope_unit(Scope *scope) {
    while (scope->kind == SCOPE_COMP) {
        scope = scope->outer;
    }
    return scope;
}
// `name` as the class around spells it (private names). May allocate.
const Str *scope_mangle(const Scope *scope, const Str *name);
// Parameters a function's code has before its own locals (a hidden one in classes and such).
static inline bool scope_hidden_register(const Scope *scope) {
    return scope->kind == SCOPE_CLASS || scope->kind == SCOPE_TYPE_PARAMS ||
           (scope->kind == SCOPE_ANNOTATION && scope->role != ROLE_ANNOTATIONS &&
            scope->sees_class);
}

// ---- between the files of the pass ------------------------------------------------------------
typedef struct Walk {
    Parser *parser;
    Scope *scope;
    unsigned loops;       // loops around, in this unit
    bool in_star_handler; // directly in an except* body, no loop between
    bool star_handler;    // somewhere in an except* body of this unit
    bool comp_iterable;   // in an iterable expression of a comprehension
    bool conditional;     // in a compound statement of this unit
} Walk;
Scope *scope_open(Walk *w, ScopeKind kind, const Node *node, ScopeRole role);
void scope_close(Walk *w);
Symbol *scope_symbol(Walk *w, Scope *scope, const Str *name, const Node *node);
void scope_use(Walk *w, const Str *name, const Node *node); // name not mangled
void scope_bind(Walk *w, const Str *name, const Node *node, unsigned flags);
void scope_resolve(Walk *w, Scope *scope);
void scope_expr(Walk *w, Node *n);
void scope_exprs(Walk *w, Node *list);
void scope_target(Walk *w, Node *n, bool deleting);
void scope_body(Walk *w, Node *list);
void scope_comprehension(Walk *w, Node *n);
void scope_named(Walk *w, Node *n);
void scope_type_params(Walk *w, Node *list);
void scope_function(Walk *w, Node *n); // FUNCTION or LAMBDA
void scope_class(Walk *w, Node *n);
void scope_type_alias(Walk *w, Node *n);
void scope_match(Walk *w, Node *n);
// A statement n of the module, the `first` of a line, comes: notes whether `from __future__` may
// still follow. The other raises SyntaxError if n is one that may not be here or asks for what is
// no feature (earlier.c).
void earlier_statement(const Node *n, bool first);
void earlier_future(Walk *w, const Node *n);

#endif
