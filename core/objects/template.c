// SPDX-License-Identifier: MIT
// template.c: t-strings (PEP 750): Template and Interpolation.
//
// A Template has one string more than interpolations: strings[i] stands before interpolation i. Its
// iterator gives them in turn without the empty strings.
#include "objects/template.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "objects/method.h"
#include "objects/protocol.h"
#include "objects/reduce.h"
#include "text/str.h"
#include <assert.h>

typedef struct Interpolation {
    Cell head;
    Value value, expression, conversion, spec;
} Interpolation;

typedef struct Template {
    Cell head;
    Value strings, interpolations; // tuples
} Template;

typedef struct TemplateIterator {
    Cell head;
    Value template;
    Value index; // small int: 2 i for string i, 2 i + 1 for interpolation i
} TemplateIterator;

static Interpolation *interpolation_of(Value v) {
    assert(is_exact(v, &interpolation_type));
    return (Interpolation *)cell_of(v);
}

static Template *template_of(Value v) {
    assert(is_exact(v, &template_type));
    return (Template *)cell_of(v);
}

// ---- Interpolation -----------------------------------------------------------------------------------

Value interpolation_new(Value value, Value expression, Value conversion, Value spec) {
    Interpolation *p = heap_alloc(&interpolation_type, sizeof *p);
    p->value = value;
    p->expression = expression;
    p->conversion = conversion;
    p->spec = spec;
    return cell_value(p);
}

static Value check_conversion(Value v) {
    if (is_absent(v) || is_none(v)) {
        return NONE;
    }
    const Str *s = str_arg(v, "Interpolation() argument 'conversion'");
    if (s->size != 1 || !memchr("asr", s->text[0], 3)) {
        raise_value_error("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
    }
    return str_value(s);
}

static Value interpolation_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_value, ARG_REQUIRED}, {N_expression, 0}, {N_conversion, 0},
                                   {N_format_spec, 0}, {NULL, 0}};
    Value in[4];
    args_parse("Interpolation", spec, n, args, kwnames, in);
    const Str *empty = N__empty;
    const Str *expression = is_present(in[1]) ? str_arg(in[1], "Interpolation() argument 'expression'") : empty;
    const Str *format = is_present(in[3]) ? str_arg(in[3], "Interpolation() argument 'format_spec'") : empty;
    return interpolation_new(in[0], str_value(expression), check_conversion(in[2]), str_value(format));
}

static Value interpolation_repr(Value self) {
    const Interpolation *p = interpolation_of(self);
    return str_formatted("Interpolation(%V, %V, %V, %V)", p->value, p->expression, p->conversion, p->spec);
}

static Value get_value(Value self) {
    return interpolation_of(self)->value;
}

static Value get_expression(Value self) {
    return interpolation_of(self)->expression;
}

static Value get_conversion(Value self) {
    return interpolation_of(self)->conversion;
}

static Value get_format_spec(Value self) {
    return interpolation_of(self)->spec;
}

static const struct {
    Cell head;
    size_t len;
    Value items[4];
} match_args = {{&tuple_type}, 4, {CONST_VALUE(N_value), CONST_VALUE(N_expression),
                                   CONST_VALUE(N_conversion), CONST_VALUE(N_format_spec)}};

static Value get_match_args(Value self) {
    return cell_value(&match_args);
}

static Value interpolation_reduce(Value self) {
    const Interpolation *p = interpolation_of(self);
    Value args = tuple_new((Value[]){p->value, p->expression, p->conversion, p->spec}, 4);
    return tuple_pair(type_value(&interpolation_type), args);
}

static const Native interpolation_methods[] = {
    GETTER(N_value, get_value),           GETTER(N_expression, get_expression),
    GETTER(N_conversion, get_conversion), GETTER(N_format_spec, get_format_spec),
    GETTER(N___match_args__, get_match_args), ROW_REDUCE(interpolation_reduce), NATIVE_END,
};
static const Ops interpolation_ops = {.repr = interpolation_repr, .create = interpolation_create};
const Type interpolation_type = {
    {&type_type}, N_Interpolation, &interpolation_ops, TYPE_FINAL | TYPE_TRACE_WORDS,
    sizeof(Interpolation), 'h', 0, &object_type, &interpolation_type, {interpolation_methods}, NULL, {NULL},
};

// ---- Template ------------------------------------------------------------------------------------------

static bool is_interpolation(Value v) {
    return is_exact(v, &interpolation_type);
}

// Text that belongs before the next interpolation: neighbouring strings are joined.
static Value join_text(Value before, Value more) {
    return is_absent(before) ? more : str_concat(str_of(before), str_of(more));
}

static Value check_part(Value v) {
    Value part = unbox(v);
    if (!is_str(part) && !is_interpolation(part)) {
        raise_type_error("Template.__new__ *args need to be of type 'str' or 'Interpolation', got %T", v);
    }
    return part;
}

Value template_new(const Value *parts, size_t n) {
    List *strings = list_new(0), *interpolations = list_new(0);
    Value text = ABSENT;
    for (size_t i = 0; i < n; i++) {
        Value part = check_part(parts[i]);
        if (is_str(part)) {
            text = join_text(text, part);
            continue;
        }
        list_append(strings, is_present(text) ? text : str_value(N__empty));
        list_append(interpolations, part);
        text = ABSENT;
    }
    list_append(strings, is_present(text) ? text : str_value(N__empty));
    Value s = list_to_tuple(strings), v = list_to_tuple(interpolations);
    Template *t = heap_alloc(&template_type, sizeof *t);
    t->strings = s;
    t->interpolations = v;
    return cell_value(t);
}

static Value template_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    args_no_keywords("Template", kwnames);
    return template_new(args, n);
}

static Value template_repr(Value self) {
    const Template *t = template_of(self);
    return str_formatted("Template(strings=%V, interpolations=%V)", t->strings, t->interpolations);
}

static Value template_add(BinaryOp op, Value a, Value b, bool reflected) {
    if (op != OP_ADD) {
        return NOT_IMPLEMENTED;
    }
    if (!is_exact(a, &template_type) || !is_exact(b, &template_type)) {
        raise_type_error("can only concatenate string.templatelib.Template (not \"%T\") to "
                         "string.templatelib.Template", reflected ? a : b);
    }
    List *parts = list_new(0);
    list_extend(parts, a);
    list_extend(parts, b);
    return template_new(parts->items ? parts->items->at : NULL, parts->len);
}

static Value get_strings(Value self) {
    return template_of(self)->strings;
}

static Value get_interpolations(Value self) {
    return template_of(self)->interpolations;
}

static Value get_values(Value self) {
    Tuple *from = tuple_of(template_of(self)->interpolations);
    Tuple *values = tuple_alloc(from->len);
    for (size_t i = 0; i < from->len; i++) {
        values->items[i] = interpolation_of(from->items[i])->value;
    }
    return cell_value(values);
}

static const Type template_iterator_type;

static Value template_iter(Value self) {
    TemplateIterator *it = heap_alloc(&template_iterator_type, sizeof *it);
    it->template = self;
    it->index = int_value(0);
    return cell_value(it);
}

static Value iterator_self(Value self) {
    return self;
}

static Value template_next(Value self) {
    assert(is_exact(self, &template_iterator_type));
    TemplateIterator *it = (TemplateIterator *)cell_of(self);
    Tuple *strings = tuple_of(template_of(it->template)->strings);
    Tuple *values = tuple_of(template_of(it->template)->interpolations);
    for (;;) {
        size_t i = (size_t)int_of(it->index);
        if (i >= strings->len + values->len) {
            return ABSENT;
        }
        it->index = int_value((intptr_t)i + 1);
        Value part = i % 2 ? values->items[i / 2] : strings->items[i / 2];
        if (i % 2 || str_of(part)->size) {
            return part;
        }
    }
}

static const Ops template_iterator_ops = {.iter = iterator_self, .next = template_next};
static const Type template_iterator_type = {
    {&type_type}, N_TemplateIter, &template_iterator_ops, TYPE_FINAL | TYPE_TRACE_WORDS,
    sizeof(TemplateIterator), 'h', 0, &object_type, &template_iterator_type, {NULL}, NULL, {NULL},
};

// (Template, its parts): the constructor puts them together again.
static Value template_reduce(Value self) {
    return tuple_pair(type_value(&template_type), tuple_from_iterable(self));
}

static const Native template_methods[] = {
    GETTER(N_strings, get_strings), GETTER(N_interpolations, get_interpolations),
    GETTER(N_values, get_values),   ROW_REDUCE(template_reduce), NATIVE_END,
};
static const Ops template_ops = {
    .repr = template_repr, .binary = template_add, .iter = template_iter, .create = template_create,
};
const Type template_type = {
    {&type_type}, N_Template, &template_ops, TYPE_FINAL | TYPE_TRACE_WORDS, sizeof(Template), 'h', 0,
    &object_type, &template_type, {template_methods}, NULL, {NULL},
};
