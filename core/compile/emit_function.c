// SPDX-License-Identifier: MIT
// emit_function.c: functions, lambdas, their defaults and decorators; docstrings.
#include "compile/emit.h"
#include <assert.h>

enum { CELLS_AT_ONCE = 255, DEFAULTS_AT_ONCE = 32 };

static void captured_cells(Unit *u, const Scope *scope, unsigned first, unsigned n) {
    assert(first + n <= scope->nfree);
    for (unsigned i = first; i < first + n; i++) {
        unsigned place, own = var_capture(u, scope->frees[i]->name, &place);
        emit_byte(u, own | (place >> 8) << 1);
        emit_byte(u, place & 255);
    }
}

void function_make(Unit *u, Value code, Scope *scope, unsigned parts, unsigned first,
                   unsigned reg) {
    if (!u->reachable) {
        return;
    }
    unsigned mark = u->top, index = emit_new_const(u, code);
    if (!scope->nfree) {
        emit4(u, OP_CODE_MAKEFUNCTION, reg, index, parts, first);
        return;
    }
    unsigned n = scope->nfree < CELLS_AT_ONCE ? scope->nfree : CELLS_AT_ONCE;
    unsigned result = n == scope->nfree || is_temp(u, reg) ? reg : push(u);
    unsigned operands[] = {result, index, parts, first, n};
    emit(u, OP_CODE_MAKECLOSURE, operands);
    captured_cells(u, scope, 0, n);
    for (unsigned done = n; done < scope->nfree; done += n) {
        n = scope->nfree - done < CELLS_AT_ONCE ? scope->nfree - done : CELLS_AT_ONCE;
        emit3(u, OP_CODE_MORECELLS, result, done, n);
        captured_cells(u, scope, done, n);
    }
    emit_move(u, reg, result);
    u->top = mark;
}

// ---- docstrings --------------------------------------------------------------------------------

static size_t indent_of(const char *text, const char *end) {
    assert(text <= end);
    size_t n = 0;
    while (text + n < end && text[n] == ' ') {
        n++;
    }
    return n;
}

static const char *line_end(const char *text, const char *end) {
    assert(text <= end);
    const char *newline = memchr(text, '\n', (size_t)(end - text));
    return newline ? newline : end;
}

// The least indentation of the lines after the first that are not blank; SIZE_MAX if none.
static size_t common_indent(const char *text, const char *end) {
    size_t least = SIZE_MAX;
    for (text = line_end(text, end); text < end; text = line_end(text, end)) {
        text++;
        size_t n = indent_of(text, end);
        if (text + n < end && text[n] != '\n' && n < least) {
            least = n;
        }
    }
    return least;
}

// Takes the indentation away, as CPython's compiler does since 3.13.
static Value clean_docstring(const Str *doc) {
    if (strchr(doc->text, '\t')) {
        return str_value(doc);
    }
    const char *text = doc->text, *end = text + doc->size;
    size_t least = common_indent(text, end), first = indent_of(text, end);
    if (!first && (least == SIZE_MAX || !least)) {
        return str_value(doc);
    }
    StrBuilder b;
    builder_init(&b, doc->size);
    for (size_t skip = first;; skip = least) {
        const char *stop = line_end(text, end);
        size_t blank = indent_of(text, stop);
        text += blank < skip ? blank : skip;
        builder_add(&b, text, (size_t)(stop - text));
        if (stop == end) {
            break;
        }
        builder_add_byte(&b, '\n');
        text = stop + 1;
    }
    return builder_finish(&b);
}

Value docstring(const Node *list) {
    if (rt.optimise >= 2 || !list || list->kind != NODE_EXPR || list->a->kind != NODE_CONST ||
        !is_str(list->a->value)) {
        return ABSENT;
    }
    return clean_docstring(str_of(list->a->value));
}

// ---- parameters --------------------------------------------------------------------------------

static bool is_keyword_only(const Node *p) {
    return p->op == PARAM_KWONLY;
}

static bool has_default(const Node *list, bool keyword_only) {
    for (; list; list = list->next) {
        if (list->b && is_keyword_only(list) == keyword_only) {
            return true;
        }
    }
    return false;
}

static void count_params(Unit *u, const Node *list) {
    u->flags |= has_default(list, false) ? CODE_DEFAULTS : 0;
    for (; list; list = list->next) {
        switch (list->op) {
        case PARAM_POSONLY:
            u->nposonly++;
            u->npos++;
            break;
        case PARAM_NORMAL: u->npos++; break;
        case PARAM_KWONLY: u->nkwonly++; break;
        case PARAM_STAR: u->flags |= CODE_VARARGS; break;
        default: u->flags |= CODE_VARKW;
        }
    }
}

// ---- bodies ------------------------------------------------------------------------------------

static void function_body(Unit *u, const Node *n) {
    const Scope *s = u->unit_scope;
    count_params(u, n->a);
    if (s->is_async) {
        u->flags |= s->generator ? CODE_ASYNC_GENERATOR : CODE_COROUTINE;
    } else if (s->generator) {
        u->flags |= CODE_GENERATOR;
    }
    if (n->kind == NODE_LAMBDA) {
        end_flow(u, OP_CODE_RETURN, expr(u, n->b));
        return;
    }
    Value doc = docstring(n->b);
    if (is_present(doc)) {
        u->flags |= CODE_DOC;
        u->doc = (uint16_t)emit_const(u, doc);
    }
    body(u, n->b);
}

// ---- defaults ----------------------------------------------------------------------------------

static void many_defaults_to(Unit *u, Node *list, unsigned reg) {
    unsigned mark = u->top, items = push(u);
    emit3(u, OP_CODE_BUILDLIST, items, items, 0);
    for (Node *p = list; p; p = p->next) {
        if (p->b && !is_keyword_only(p)) {
            emit2(u, OP_CODE_LISTAPPEND, items, expr(u, p->b));
            u->top = items + 1;
        }
    }
    emit2(u, OP_CODE_LISTTOTUPLE, reg, items);
    u->top = mark;
}

// A constant tuple when all defaults are constants.
static void defaults_to(Unit *u, Node *list, unsigned reg) {
    unsigned first = u->top, n = 0;
    bool constant = true;
    for (const Node *p = list; p; p = p->next) {
        if (p->b && !is_keyword_only(p)) {
            constant = constant && p->b->kind == NODE_CONST;
            n++;
        }
    }
    if (!constant && n > DEFAULTS_AT_ONCE) {
        many_defaults_to(u, list, reg);
        return;
    }
    Tuple *t = constant ? tuple_alloc(n) : NULL;
    unsigned i = 0;
    for (Node *p = list; p; p = p->next) {
        if (p->b && !is_keyword_only(p)) {
            if (constant) {
                t->items[i++] = p->b->value;
            } else {
                expr_temp(u, p->b);
            }
        }
    }
    if (constant) {
        emit_load(u, reg, cell_value(t));
    } else {
        emit3(u, OP_CODE_BUILDTUPLE, reg, first, n);
    }
    u->top = first;
}

static void kwdefaults_to(Unit *u, Node *list, unsigned reg) {
    unsigned mark = u->top;
    emit3(u, OP_CODE_BUILDMAP, reg, reg, 0);
    for (Node *p = list; p; p = p->next) {
        if (p->b && is_keyword_only(p)) {
            unsigned key = push(u);
            emit_load(u, key, str_value(mangle(u, p->value)));
            unsigned value = expr(u, p->b);
            emit3(u, OP_CODE_MAPADD, reg, key, value);
            u->top = mark;
        }
    }
}

enum { DECORATORS_NEAR = 32 };

// ---- functions ---------------------------------------------------------------------------------

// The function itself: in the hidden function of its type parameters, or where it stands.
static void function_to(Unit *u, const Node *n, const Str *name, bool generic, unsigned reg) {
    if (!u->reachable) {
        return;
    }
    unsigned first = u->top, parts = 0;
    if (has_default(n->a, false)) {
        parts |= PART_DEFAULTS;
        unsigned part = push(u);
        if (generic) {
            emit_move(u, part, 1);
        } else {
            defaults_to(u, n->a, part);
        }
    }
    if (has_default(n->a, true)) {
        parts |= PART_KWDEFAULTS;
        unsigned part = push(u);
        if (generic) {
            emit_move(u, part, 2);
        } else {
            kwdefaults_to(u, n->a, part);
        }
    }
    if (n->kind == NODE_FUNCTION && rt.optimise < 1 && function_annotated(n)) {
        parts |= PART_ANNOTATE;
        annotate_make(u, n, push(u));
    }
    if (generic) {
        parts |= PART_TYPE_PARAMS;
        type_params_make(u, n->e, push(u));
    }
    Scope *scope = scope_child(u->scope, n, ROLE_BODY);
    Value code = unit_build(u, scope, name, n, function_body);
    at_line(u, n);
    function_make(u, code, scope, parts, parts ? first : 0, reg);
    u->top = first;
}

void lambda_to(Unit *u, Node *n, unsigned reg) {
    function_to(u, n, N__lambda, false, reg);
}

static void generic_function_body(Unit *u, const Node *n) {
    u->npos = 3;
    unsigned reg = push(u);
    function_to(u, n, str_of(n->value), true, reg);
    end_flow(u, OP_CODE_RETURN, reg);
}

static void generic_function_to(Unit *u, Node *n, unsigned reg) {
    unsigned base = push_many(u, 4);
    emit_load(u, base + 2, NONE);
    emit_load(u, base + 3, NONE);
    if (has_default(n->a, false)) {
        defaults_to(u, n->a, base + 2);
    }
    if (has_default(n->a, true)) {
        kwdefaults_to(u, n->a, base + 3);
    }
    generic_call(u, n, generic_function_body, base, 3, reg);
    u->top = base;
}

// Very many decorators wait in far registers.
static bool decorators_far(const Node *list) {
    unsigned n = 0;
    for (; list && n <= DECORATORS_NEAR; list = list->next) {
        n++;
    }
    return n > DECORATORS_NEAR;
}

void decorators_push(Unit *u, Node *list) {
    bool far = decorators_far(list);
    for (; list; list = list->next) {
        unsigned reg = expr_temp(u, list);
        if (far) {
            emit2(u, OP_CODE_STOREFAR, push_far(u, 1), reg);
            u->top = reg;
        }
    }
}

unsigned decorators_call(Unit *u, const Node *list, unsigned reg) {
    unsigned n = 0, mark = u->top;
    for (const Node *d = list; d; d = d->next) {
        n++;
    }
    bool far = n > DECORATORS_NEAR;
    unsigned base = far ? push_many(u, 2) : 0;
    while (n-- > 0) {
        const Node *d = list;
        for (unsigned i = 0; i < n; i++) {
            d = d->next;
        }
        at_line(u, d);
        if (far) {
            emit_move(u, base + 1, reg);
            emit2(u, OP_CODE_LOADFAR, base, --u->far_top);
            emit3(u, OP_CODE_CALL, reg, base, 1);
        } else {
            reg--;
            emit3(u, OP_CODE_CALL, reg, reg, 1);
        }
    }
    u->top = mark;
    return reg;
}

void function_stmt(Unit *u, Node *n) {
    assert(n->kind == NODE_FUNCTION);
    decorators_push(u, n->d);
    const Str *name = mangle(u, n->value);
    int own = n->d ? -1 : var_register(u, name);
    unsigned reg = own >= 0 ? (unsigned)own : push(u);
    if (n->e) {
        generic_function_to(u, n, reg);
    } else {
        function_to(u, n, str_of(n->value), false, reg);
    }
    reg = decorators_call(u, n->d, reg);
    at_line(u, n);
    var_store(u, name, reg);
}
