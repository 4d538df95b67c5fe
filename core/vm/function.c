// SPDX-License-Identifier: MIT
// function.c: function objects: attributes, arguments to parameters.
#include "vm/function.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/exception.h"
#include "objects/method.h"
#include "state.h"
#include "text/str.h"
#include "vm/frame.h"
#include "vm/opcodes.h"
#include "vm/vm.h"
#include <assert.h>
#include <string.h>

_Static_assert(sizeof(Function) == 3 * WORD_BYTES, "size of a function without free variables");
_Static_assert(sizeof(CellVar) == 2 * WORD_BYTES, "size of a captured variable");

// ---- cells -----------------------------------------------------------------------------------

Value cellvar_new(Value content) {
    CellVar *c = heap_alloc_raw(&cell_type, sizeof *c);
    c->content = content;
    return cell_value(c);
}

void cellvar_set(Value cell, Value v) {
    cell_var_of(cell)->content = v;
}

static Value cellvar_get_contents(Value self) {
    Value v = cell_var_of(self)->content;
    if (is_absent(v)) {
        raise_value_error("cell is empty");
    }
    return v;
}

static void cellvar_set_contents(Value self, Value v) {
    cellvar_set(self, v);
}

// CellType(), CellType(contents)
static Value cellvar_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("cell", kwnames);
    if (n > 1) {
        raise_type_error("cell expected at most 1 argument, got %z", (intptr_t)n);
    }
    return cellvar_new(n ? args[0] : ABSENT);
}

static Value cellvar_repr(Value self) {
    Value v = cell_var_of(self)->content;
    unsigned at = (unsigned)self.bits;
    return is_absent(v) ? str_formatted("<cell at 0x%x: empty>", at)
                        : str_formatted("<cell at 0x%x: %T object at 0x%x>", at, v, (unsigned)v.bits);
}

static const Native cellvar_methods[] = {
    GETSET(N_cell_contents, cellvar_get_contents, cellvar_set_contents),
    NATIVE_END,
};
static const Ops cellvar_ops = {.repr = cellvar_repr, .create = cellvar_create};
const Type cell_type = {.head = {&type_type}, .name = N_cell, .ops = &cellvar_ops,
                        .flags = TYPE_TRACE_WORDS | TYPE_FINAL, .payload = sizeof(CellVar),
                        .letter = 'h', .base = &object_type, .solid = &cell_type,
                        .methods = cellvar_methods};

// ---- construction ------------------------------------------------------------------------------

Value function_new(Code *code, Dict *globals) {
    assert(code->head.type == &code_type);
    Function *f = heap_alloc(&function_type, sizeof *f + function_slots(code) * sizeof(Value));
    f->code = code;
    f->context = &globals->head;
    return cell_value(f);
}

Function *function_copy(const Function *f) {
    Function *copy = function_of(function_new(f->code, function_globals(f)));
    memcpy(copy->free, f->free, function_slots(f->code) * sizeof(Value));
    return copy;
}

const Type function_extra_type = {.head = {&type_type}, .name = N__function_extras,
                                  .flags = TYPE_TRACE_WORDS, .payload = sizeof(FunctionExtra),
                                  .letter = 'h'};

static FunctionExtra *extra_or_null(const Function *f) {
    return f->context->type == &function_extra_type ? (FunctionExtra *)f->context : NULL;
}

// Where the defaults are: a tuple of them, ABSENT, or anything else: the only one.
static Value *defaults_slot(Function *f) {
    FunctionExtra *x = extra_or_null(f);
    if (x) {
        return &x->defaults;
    }
    return f->code->flags & CODE_DEFAULTS ? &f->free[code_nfree(f->code)] : NULL;
}

FunctionExtra *function_extra(Function *f) {
    FunctionExtra *x = extra_or_null(f);
    if (!x) {
        x = heap_alloc(&function_extra_type, sizeof *x);
        Value *slot = defaults_slot(f);
        x->defaults = slot ? *slot : ABSENT;
        x->globals = (Dict *)f->context;
        f->context = &x->head;
    }
    return x;
}

// How many defaults there are, and where.
static size_t defaults_of(const Function *f, const Value **values) {
    Value *slot = defaults_slot((Function *)f);
    if (!slot || is_absent(*slot)) {
        return 0;
    }
    bool many = is_tuple(*slot);
    *values = many ? tuple_of(*slot)->items : slot;
    return many ? tuple_of(*slot)->len : 1;
}

Value function_defaults(Function *f) {
    Value *slot = defaults_slot(f);
    if (slot && is_present(*slot) && !is_tuple(*slot)) {
        Value tuple = tuple_new(slot, 1);
        *slot = tuple; // the same one from now on
    }
    return slot ? *slot : ABSENT;
}

void function_set_defaults(Function *f, Value v) {
    Value *slot = defaults_slot(f);
    const Tuple *t = is_present(v) ? tuple_of(v) : NULL;
    if (slot) {
        *slot = t && t->len == 1 && !is_tuple(t->items[0]) ? t->items[0] : v;
    } else {
        function_extra(f)->defaults = v;
    }
}

static Value qualname_of(const Function *f) {
    FunctionExtra *x = extra_or_null(f);
    return x && is_present(x->qualname) ? x->qualname : code_qualname(f->code);
}

Value function_kwdefaults(const Function *f) {
    FunctionExtra *x = extra_or_null(f);
    return x ? x->kwdefaults : ABSENT;
}

// ---- arguments to parameters -------------------------------------------------------------------

static const Str *param_name(const Code *c, size_t i) {
    return code_local(c, (unsigned)i);
}

// "'a', 'b', and 'c'" of the parameters from..to that are missing.
static COLD _Noreturn void raise_missing(const Function *f, const Value *params, size_t from,
                                         size_t to, const char *kind) {
    assert(from <= to);
    const Code *c = f->code;
    size_t count = 0, done = 0;
    for (size_t i = from; i < to; i++) {
        count += is_absent(params[i]);
    }
    StrBuilder b;
    rt.heap.raising = RAISING_EXCEPTION;
    builder_init(&b, 64);
    for (size_t i = from; i < to; i++) {
        if (is_absent(params[i])) {
            done++;
            builder_add_c(&b, done == 1 ? "" : done < count ? ", " : count == 2 ? " and " : ", and ");
            builder_add_format(&b, "'%S'", param_name(c, i));
        }
    }
    Value list = builder_finish(&b);
    raise_type_error("%S() missing %z required %s argument%s: %S", str_of(unbox(qualname_of(f))),
                     (intptr_t)count, kind, count == 1 ? "" : "s", str_of(list));
}

static COLD _Noreturn void raise_too_many(const Function *f, size_t n, size_t kwonly_given) {
    const Code *c = f->code;
    const Value *defaults;
    size_t optional = defaults_of(f, &defaults);
    rt.heap.raising = RAISING_EXCEPTION;
    Value range = optional ? str_formatted("from %z to %z", (intptr_t)(code_npos(c) - optional),
                                           (intptr_t)code_npos(c))
                           : str_formatted("%z", (intptr_t)code_npos(c));
    bool plural = optional || code_npos(c) != 1;
    if (kwonly_given) {
        raise_type_error("%S() takes %S positional argument%s but %z positional argument%s (and %z "
                         "keyword-only argument%s) were given",
                         str_of(unbox(qualname_of(f))), str_of(range), plural ? "s" : "", (intptr_t)n,
                         n == 1 ? "" : "s", (intptr_t)kwonly_given, kwonly_given == 1 ? "" : "s");
    }
    raise_type_error("%S() takes %S positional argument%s but %z %s given",
                     str_of(unbox(qualname_of(f))), str_of(range), plural ? "s" : "", (intptr_t)n,
                     n == 1 ? "was" : "were");
}

static COLD _Noreturn void raise_unexpected_keyword(const Function *f, const Str *name,
                                                    const Tuple *kwnames) {
    const Code *c = f->code;
    StrBuilder b;
    builder_init(&b, 32);
    size_t count = 0;
    size_t nposonly = code_nposonly(c);
    for (size_t i = 0; i < nposonly; i++) {
        for (size_t k = 0; k < kwnames->len; k++) {
            if (param_name(c, i) == str_of(kwnames->items[k])) {
                builder_add_c(&b, count++ ? ", " : "");
                builder_add_str(&b, param_name(c, i));
            }
        }
    }
    Value list = builder_finish(&b);
    if (count) {
        raise_type_error("%S() got some positional-only arguments passed as keyword arguments: '%S'",
                         str_of(unbox(qualname_of(f))), str_of(list));
    }
    raise_type_error("%S() got an unexpected keyword argument '%S'", str_of(unbox(qualname_of(f))), name);
}

// Puts keyword values into their parameters, the first `named` ones; the others go to the **kwargs
// dict.
static void bind_keywords(const Function *f, const Value *values, const Tuple *kwnames,
                          Value *params, unsigned named, Dict *kwargs) {
    const Code *c = f->code;
    unsigned first = code_nposonly(c);
    for (size_t k = 0; k < kwnames->len; k++) {
        Value key = kwnames->items[k];
        if (!is_str(key)) {
            raise_type_error("keywords must be strings");
        }
        const Str *name = str_intern(key);
        intptr_t i = code_find_local(c, first, named, name);
        if (i >= 0) {
            if (is_present(params[i])) {
                raise_type_error("%S() got multiple values for argument '%S'",
                                 str_of(unbox(qualname_of(f))), name);
            }
            params[i] = values[k];
        } else if (kwargs) {
            dict_set_name(kwargs, name, values[k]);
        } else {
            raise_unexpected_keyword(f, name, kwnames);
        }
    }
}

static size_t count_kwonly(const Code *c, const Value *params) {
    size_t count = 0, end = (size_t)code_npos(c) + code_nkwonly(c);
    for (size_t i = code_npos(c); i < end; i++) {
        count += is_present(params[i]);
    }
    return count;
}

static void fill_defaults(const Function *f, size_t n, Value *params) {
    const Code *c = f->code;
    const Value *defaults;
    size_t given = defaults_of(f, &defaults);
    size_t npos = code_npos(c);
    size_t optional = given < npos ? given : npos; // a program may assign too many
    size_t first = npos - optional;
    for (size_t i = n > first ? n : first; i < npos; i++) {
        if (is_absent(params[i])) {
            params[i] = defaults[i - first + given - optional];
        }
    }
    for (size_t i = n; i < first; i++) {
        if (is_absent(params[i])) {
            raise_missing(f, params, 0, npos, "positional");
        }
    }
}

// The keyword-only parameters are those from `first` up to `end`.
static void fill_kwdefaults(const Function *f, Value *params, unsigned first, unsigned end) {
    const Code *c = f->code;
    Value kwdefaults = function_kwdefaults(f);
    bool missing = false;
    for (unsigned i = first; i < end; i++) {
        if (is_absent(params[i]) && is_present(kwdefaults)) {
            params[i] = dict_get_name(dict_of(kwdefaults), param_name(c, i));
        }
        missing |= is_absent(params[i]);
    }
    if (missing) {
        raise_missing(f, params, first, end, "keyword-only");
    }
}

unsigned function_bind(const Function *f, size_t n, Value *args, const Tuple *kwnames, Value *out) {
    const Code *c = f->code;
    size_t nkw = kwnames ? kwnames->len : 0;
    const unsigned npos = code_npos(c);
    unsigned named = npos + code_nkwonly(c);
    size_t nparams = named + !!(c->flags & CODE_VARARGS) + !!(c->flags & CODE_VARKW);
    Value rest = ABSENT;
    Dict *kwargs = c->flags & CODE_VARKW ? dict_new(nkw) : NULL;
    size_t taken = n < npos ? n : npos;
    if (c->flags & CODE_VARARGS) {
        rest = tuple_new(args + taken, n - taken);
    }
    // Keyword values move to scratch space above everything, as out may overlap them.
    Value *scratch = rt.thread->top > args + n + nkw ? rt.thread->top : args + n + nkw;
    scratch = scratch > out + nparams ? scratch : out + nparams;
    if ((char *)(scratch + nkw + 1) > (char *)rt.thread->frame - sizeof(Frame)) {
        raise_recursion_error(NULL);
    }
    memmove(scratch, args + n, nkw * sizeof(Value));
    memmove(out, args, taken * sizeof(Value));
    memset(out + taken, 0, (nparams - taken) * sizeof(Value));
    rt.thread->top = scratch + nkw;
    if (nkw) {
        bind_keywords(f, scratch, kwnames, out, named, kwargs);
    }
    if (n > npos && !(c->flags & CODE_VARARGS)) {
        raise_too_many(f, n, count_kwonly(c, out));
    }
    if (taken < npos) {
        fill_defaults(f, taken, out);
    }
    if (c->flags & CODE_KWONLY) {
        fill_kwdefaults(f, out, npos, named);
    }
    if (c->flags & CODE_VARARGS) {
        out[named++] = rest;
    }
    if (kwargs) {
        out[named++] = cell_value(kwargs);
    }
    return named;
}

// ---- attributes ----------------------------------------------------------------------------------

static Value function_repr(Value self) {
    Value name = attr_get(self, N___qualname__);
    return str_formatted("<function %S at 0x%x>", str_of(name), (unsigned)self.bits);
}

static Value get_name(Value self) {
    FunctionExtra *x = extra_or_null(function_of(self));
    return x && is_present(x->name) ? x->name : str_value(code_own_name(function_of(self)->code));
}

static void set_name(Value self, Value v) {
    if (!is_str(v)) {
        raise_type_error("__name__ must be set to a string object");
    }
    function_extra(function_of(self))->name = v;
}

static Value get_qualname(Value self) {
    return qualname_of(function_of(self));
}

static void set_qualname(Value self, Value v) {
    if (!is_str(v)) {
        raise_type_error("__qualname__ must be set to a string object");
    }
    function_extra(function_of(self))->qualname = v;
}

static Value get_doc(Value self) {
    FunctionExtra *x = extra_or_null(function_of(self));
    return x && is_present(x->doc) ? x->doc : code_doc(function_of(self)->code);
}

static void set_doc(Value self, Value v) {
    function_extra(function_of(self))->doc = is_present(v) ? v : NONE;
}

static Value get_module(Value self) {
    FunctionExtra *x = extra_or_null(function_of(self));
    if (x && is_present(x->module)) {
        return x->module;
    }
    Value name = dict_get_name(function_globals(function_of(self)), N___name__);
    return is_present(name) ? name : NONE;
}

static void set_module(Value self, Value v) {
    function_extra(function_of(self))->module = is_present(v) ? v : NONE;
}

static Value get_defaults(Value self) {
    Value v = function_defaults(function_of(self));
    return is_present(v) ? v : NONE;
}

static void set_defaults(Value self, Value v) {
    if (is_present(v) && !is_none(v) && !is_tuple(v)) {
        raise_type_error("__defaults__ must be set to a tuple object");
    }
    function_extra(function_of(self))->defaults = is_present(v) && is_tuple(v) ? v : ABSENT;
}

static Value get_kwdefaults(Value self) {
    Value v = function_kwdefaults(function_of(self));
    return is_present(v) ? v : NONE;
}

static void set_kwdefaults(Value self, Value v) {
    if (is_present(v) && !is_none(v) && !is_dict(v)) {
        raise_type_error("__kwdefaults__ must be set to a dict object");
    }
    function_extra(function_of(self))->kwdefaults = is_present(v) && is_dict(v) ? v : ABSENT;
}

static Value get_code(Value self) {
    return cell_value(function_of(self)->code);
}

typedef struct CodeChange {
    Function *from, *to;
} CodeChange;

static void change_user(Cell *cell, size_t bytes, void *arg) {
    (void)bytes;
    const CodeChange *change = arg;
    if (cell->type == &generator_type || cell->type == &coroutine_type ||
        cell->type == &async_generator_type) {
        Generator *g = (Generator *)cell;
        g->function = g->function == change->from ? change->to : g->function;
    } else if (cell->type == &traceback_type) {
        Traceback *tb = (Traceback *)cell;
        tb->function = tb->function == change->from ? change->to : tb->function;
    } else if (cell->type == &frame_type) {
        frame_object_retarget(cell, change->from, change->to);
    }
}

// Calls and generators of f under way go on with the code they began, tracebacks and frame objects
// speak of it: it lives on in a copy of f.
static void keep_running_code(Function *f) {
    Function *copy = function_copy(f);
    copy->context = f->context;
    CodeChange change = {f, copy};
    Thread *t = rt.thread;
    for (Frame *frame = t->frame; (void *)frame < (void *)t->stack_end; frame++) {
        frame->function = frame->function == f ? copy : frame->function;
    }
    heap_walk(change_user, &change);
}

// What it has from its code but does not change with it.
static void keep_own_parts(Function *f) {
    Value qualname = qualname_of(f);
    FunctionExtra *x = function_extra(f); // has the defaults from now on
    x->name = is_present(x->name) ? x->name : str_value(code_own_name(f->code));
    x->doc = is_present(x->doc) ? x->doc : code_doc(f->code);
    x->qualname = qualname;
}

static void set_code(Value self, Value v) {
    Function *f = function_of(self);
    if (is_absent(v) || !is_exact(v, &code_type)) {
        raise_type_error("__code__ must be set to a code object");
    }
    if (code_of(v)->flags & (CODE_NAMESPACE | CODE_CHUNKS)) {
        raise_value_error("%S() requires the code object of a function", code_own_name(f->code));
    }
    if (code_nfree(code_of(v)) != code_nfree(f->code)) {
        raise_value_error("%S() requires a code object with %d free vars, not %d",
                          code_own_name(f->code),
                          (int)code_nfree(f->code), (int)code_nfree(code_of(v)));
    }
    Code *code = code_of(v);
    if (code->flags & ~f->code->flags & CODE_DEFAULTS) {
        code = code_without_defaults(code); // there is no slot for them
    }
    keep_own_parts(f);
    keep_running_code(f);
    f->code = code;
}

static Value get_globals(Value self) {
    return cell_value(function_globals(function_of(self)));
}

static Value get_builtins(Value self) {
    Value own = dict_get_name(function_globals(function_of(self)), N___builtins__);
    return is_present(own) && is_dict(own) ? own : attr_get(rt.roots.builtins, N___dict__);
}

static Value get_closure(Value self) {
    Function *f = function_of(self);
    unsigned n = code_nfree(f->code);
    return n ? tuple_new(f->free, n) : NONE;
}

static Value get_annotate(Value self) {
    FunctionExtra *x = extra_or_null(function_of(self));
    return x && is_present(x->annotate) ? x->annotate : NONE;
}

static void set_annotate(Value self, Value v) {
    FunctionExtra *x = function_extra(function_of(self));
    x->annotate = is_present(v) ? v : ABSENT;
    x->annotations = ABSENT;
}

static Value get_annotations(Value self) {
    FunctionExtra *x = function_extra(function_of(self));
    if (is_absent(x->annotations)) {
        Value v = is_present(x->annotate) && !is_none(x->annotate)
                      ? op_call_1(x->annotate, int_value(1))
                      : cell_value(dict_new(0));
        x->annotations = v;
    }
    return x->annotations;
}

static void set_annotations(Value self, Value v) {
    if (is_present(v) && !is_dict(v)) {
        raise_type_error("__annotations__ must be set to a dict object");
    }
    FunctionExtra *x = function_extra(function_of(self));
    x->annotations = v;
    x->annotate = ABSENT;
}

static Value get_type_params(Value self) {
    FunctionExtra *x = extra_or_null(function_of(self));
    return x && is_present(x->type_params) ? x->type_params : cell_value(&empty_tuple);
}

static void set_type_params(Value self, Value v) {
    if (is_absent(v) || !is_tuple(v)) {
        raise_type_error("__type_params__ must be set to a tuple");
    }
    function_extra(function_of(self))->type_params = v;
}

static Value get_dict(Value self) {
    FunctionExtra *x = function_extra(function_of(self));
    if (is_absent(x->dict)) {
        x->dict = cell_value(dict_new(0));
    }
    return x->dict;
}

static void set_dict(Value self, Value v) {
    if (is_absent(v)) {
        raise_type_error("cannot delete __dict__");
    }
    if (!is_instance(v, &dict_type)) {
        raise_type_error("__dict__ must be set to a dictionary, not a '%T'", v);
    }
    function_extra(function_of(self))->dict = v;
}

static const Native function_methods[] = {
    GETSET(N___name__, get_name, set_name),
    GETSET(N___qualname__, get_qualname, set_qualname),
    GETSET(N___doc__, get_doc, set_doc),
    GETSET(N___module__, get_module, set_module),
    GETSET(N___defaults__, get_defaults, set_defaults),
    GETSET(N___kwdefaults__, get_kwdefaults, set_kwdefaults),
    GETSET(N___code__, get_code, set_code),
    MEMBER(N___globals__, get_globals),
    MEMBER(N___builtins__, get_builtins),
    MEMBER(N___closure__, get_closure),
    GETSET(N___annotate__, get_annotate, set_annotate),
    GETSET(N___annotations__, get_annotations, set_annotations),
    GETSET(N___type_params__, get_type_params, set_type_params),
    GETSET(N___dict__, get_dict, set_dict),
    NATIVE_END,
};

// The rows above first, then the function's own dict; ABSENT for what object has (__class__ ...).
static Value function_getattr(Value self, const Str *name) {
    const Native *row = find_row(function_methods, name);
    if (row) {
        return row->fn.get(self);
    }
    FunctionExtra *x = extra_or_null(function_of(self));
    return x && is_present(x->dict) ? dict_get_name(dict_of(x->dict), name) : ABSENT;
}

static bool function_setattr(Value self, const Str *name, Value v) {
    const Native *row = find_row(function_methods, name);
    if (row) {
        if (!native_setter(row)) {
            raise_error(&attribute_error_type, "readonly attribute");
        }
        native_setter(row)(self, v);
        return true;
    }
    if (is_absent(v)) {
        FunctionExtra *x = extra_or_null(function_of(self));
        return x && is_present(x->dict) && dict_remove_name(dict_of(x->dict), name);
    }
    dict_set_name(dict_of(get_dict(self)), name, v);
    return true;
}

static Value function_descr_get(Value self, Value object, const Type *owner) {
    return is_absent(object) ? self : method_new(self, object);
}

static void function_trace(Cell *cell, Visitor *v) {
    Function *f = (Function *)cell;
    unsigned slots = function_slots(f->code);
    visit_cell(v, &f->code);
    visit_cell(v, &f->context);
    for (unsigned i = 0; i < slots; i++) {
        visit(v, &f->free[i]);
    }
}

// ---- FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None) ----------

static void check_closure(const Code *c, Value closure) {
    size_t free = code_nfree(c), given = is_tuple(closure) ? tuple_of(closure)->len : 0;
    if (!is_tuple(closure) && (free || !is_none(closure))) {
        raise_type_error("arg 5 (closure) must be %s", free ? "tuple" : "None or tuple");
    }
    if (given != free) {
        raise_value_error("%S requires closure of length %z, not %z", code_own_name(c),
                          (intptr_t)free, (intptr_t)given);
    }
    for (size_t i = 0; i < given; i++) {
        Value v = tuple_of(closure)->items[i];
        if (!is_exact(v, &cell_type)) {
            raise_type_error("arg 5 (closure) expected cell, found %T", v);
        }
    }
}

static void check_part(Value v, bool fits, const char *what, const char *type) {
    if (!fits && !is_none(v)) {
        raise_type_error("%s must be None or %s", what, type);
    }
}

static Code *code_arg(Value v) {
    if (!is_exact(v, &code_type)) {
        raise_type_error("function() argument 'code' must be code, not %T", v);
    }
    Code *c = code_of(v);
    if (c->flags & (CODE_NAMESPACE | CODE_CHUNKS)) {
        raise_value_error("function() requires the code object of a function");
    }
    return c;
}

static Value function_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_code, ARG_REQUIRED}, {N_globals, ARG_REQUIRED}, {N_name, 0},
                                   {N_argdefs, 0}, {N_closure, 0}, {N_kwdefaults, 0}, {NULL, 0}};
    Value in[6];
    args_parse("function", spec, n, args, kwnames, in);
    for (size_t i = 2; i < COUNT_OF(in); i++) {
        in[i] = is_absent(in[i]) ? NONE : in[i];
    }
    Code *c = code_arg(in[0]);
    if (!is_dict(in[1])) {
        raise_type_error("function() argument 'globals' must be dict, not %T", in[1]);
    }
    check_part(in[2], is_str(in[2]), "arg 3 (name)", "string");
    check_part(in[3], is_tuple(in[3]), "arg 4 (defaults)", "tuple");
    check_closure(c, in[4]);
    check_part(in[5], is_dict(in[5]), "arg 6 (kwdefaults)", "dict");
    Value v = function_new(c, dict_of(in[1]));
    Function *f = function_of(v);
    if (is_tuple(in[4])) {
        memcpy(f->free, tuple_of(in[4])->items, code_nfree(c) * sizeof(Value));
    }
    if (is_tuple(in[3])) {
        function_set_defaults(f, in[3]);
    }
    if (is_str(in[2])) {
        function_extra(f)->name = in[2];
    }
    if (is_dict(in[5])) {
        function_extra(f)->kwdefaults = in[5];
    }
    return v;
}

static const Ops function_ops = {
    .create = function_create,
    .repr = function_repr,
    .call = function_call,
    .getattr = function_getattr,
    .setattr = function_setattr,
    .descr_get = function_descr_get,
};
const Type function_type = {.head = {&type_type}, .name = N_function, .ops = &function_ops,
                            .flags = TYPE_FINAL | TYPE_WEAK | TYPE_CODE_SELF, .payload = sizeof(Function),
                            .letter = 'B', .base = &object_type, .solid = &function_type,
                            .methods = function_methods, .trace = function_trace};
