// SPDX-License-Identifier: MIT
// collections_namedtuple.c: namedtuple(): classes derived from tuple, whose special methods and
// field getters are cells of this file instead of compiled text.
//
//   RecordNew     __new__ of one class: its field names and defaults
//   RecordField   descriptor of one field: its index, and its docstring if one was set
//   RecordMethod  const; a method that is shared by all such classes and gets the instance itself,
//                 not the tuple inside, as it asks for the class
#include "modules/collections.h"
#include "objects/class.h"
#include "objects/dict.h"
#include "objects/method.h"
#include "objects/number.h"
#include "state.h"
#include "text/str.h"
#include "vm/vm.h"
#include <assert.h>

// ---- fields of a class ----------------------------------------------------------------------

// A class derived from tuple; not tuple itself, nor another builtin.
static bool is_record_class(Value v) {
    return is_class(v) && class_of(v)->flags & TYPE_HEAP && class_of(v)->solid == &tuple_type;
}

// The names, all of them str: a program may have assigned anything.
static const Tuple *fields_of(Value cls) {
    if (!is_record_class(cls)) {
        raise_type_error("a class derived from tuple is needed");
    }
    Value fields = type_lookup(class_of(cls), N__fields);
    bool good = is_present(fields) && is_tuple(fields);
    for (size_t i = 0; good && i < tuple_of(fields)->len; i++) {
        good = is_str(tuple_of(fields)->items[i]);
    }
    if (!good) {
        raise_type_error("'%S' has no _fields", class_of(cls)->name);
    }
    return tuple_of(fields);
}

static Value class_value(Value object) {
    return type_value(type_of(object));
}

static const Tuple *items_of(Value object) {
    Value items = unbox(object);
    if (!is_tuple(items)) {
        raise_type_error("expected a named tuple, not '%T'", object);
    }
    return tuple_of(items);
}

static intptr_t field_index(const Tuple *fields, Value name) {
    for (size_t i = 0; i < fields->len; i++) {
        if (op_equal(fields->items[i], name)) {
            return (intptr_t)i;
        }
    }
    return -1;
}

// ---- __new__ --------------------------------------------------------------------------------

typedef struct RecordNew {
    Cell head;
    Value name;             // of the class, for messages
    Value fields, defaults; // tuples; the defaults belong to the last fields
} RecordNew;

static COLD void raise_too_many(const RecordNew *r, size_t n) {
    size_t all = tuple_of(r->fields)->len, optional = tuple_of(r->defaults)->len;
    const Str *name = str_of(r->name);
    if (optional) {
        raise_type_error("%S.__new__() takes from %z to %z positional arguments but %z were given",
                         name, (intptr_t)(all - optional + 1), (intptr_t)all + 1, (intptr_t)n);
    }
    raise_type_error("%S.__new__() takes %z positional argument%s but %z were given", name,
                     (intptr_t)all + 1, all ? "s" : "", (intptr_t)n);
}

static COLD void raise_missing(const RecordNew *r, const Tuple *made, size_t required) {
    assert(required <= made->len);
    const Tuple *fields = tuple_of(r->fields);
    size_t missing = 0, seen = 0;
    for (size_t i = 0; i < required; i++) {
        missing += is_absent(made->items[i]);
    }
    StrBuilder b;
    builder_init(&b, 64);
    builder_add_format(&b, "%S.__new__() missing %z required positional argument%s: ",
                       str_of(r->name), (intptr_t)missing, missing == 1 ? "" : "s");
    for (size_t i = 0; i < required; i++) {
        if (is_absent(made->items[i])) {
            const char *joint = missing == 2 ? " and " : seen + 1 == missing ? ", and " : ", ";
            builder_add_c(&b, seen ? joint : "");
            builder_add_repr(&b, fields->items[i]);
            seen++;
        }
    }
    raise_type_error("%S", str_of(builder_finish(&b)));
}

static void fill_keywords(const RecordNew *r, Tuple *made, const Value *values,
                          const Tuple *kwnames) {
    for (size_t i = 0; i < kwnames->len; i++) {
        intptr_t field = field_index(tuple_of(r->fields), kwnames->items[i]);
        if (field < 0) {
            raise_type_error("%S.__new__() got an unexpected keyword argument %V", str_of(r->name),
                             kwnames->items[i]);
        }
        if (is_present(made->items[field])) {
            raise_type_error("%S.__new__() got multiple values for argument %V", str_of(r->name),
                             kwnames->items[i]);
        }
        made->items[field] = values[i];
    }
}

static void fill_defaults(const RecordNew *r, Tuple *made) {
    const Tuple *defaults = tuple_of(r->defaults);
    assert(defaults->len <= made->len);
    size_t required = made->len - defaults->len;
    for (size_t i = 0; i < defaults->len; i++) {
        if (is_absent(made->items[required + i])) {
            made->items[required + i] = defaults->items[i];
        }
    }
    for (size_t i = 0; i < required; i++) {
        if (is_absent(made->items[i])) {
            raise_missing(r, made, required);
        }
    }
}

static Value record_new_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    const RecordNew *r = (RecordNew *)cell_of(self);
    size_t len = tuple_of(r->fields)->len;
    if (n == 0 || (!is_record_class(args[0]) && !same(args[0], type_value(&tuple_type)))) {
        raise_type_error("%S.__new__(): a class derived from tuple is needed", str_of(r->name));
    }
    if (n - 1 > len) {
        raise_too_many(r, n);
    }
    Tuple *made = tuple_alloc(len);
    if (n > 1) {
        memcpy(made->items, args + 1, (n - 1) * sizeof(Value));
    }
    if (kwnames) {
        fill_keywords(r, made, args + n, kwnames);
    }
    if (n - 1 < len) {
        fill_defaults(r, made);
    }
    return boxed_new(class_of(args[0]), cell_value(made));
}

static Value record_doc(Value name, Value fields) {
    Value names = str_join(str_of(str_from_c(", ")), fields);
    return str_formatted("%S(%S)", str_of(name), str_of(names));
}

static Value record_new_getattr(Value self, const Str *name) {
    const RecordNew *r = (RecordNew *)cell_of(self);
    if (name == N___qualname__) {
        return str_formatted("%S.__new__", str_of(r->name));
    }
    if (name == N___doc__) {
        return str_formatted("Create new instance of %S", str_of(record_doc(r->name, r->fields)));
    }
    bool some = tuple_of(r->defaults)->len > 0;
    return name == N___name__       ? str_value(N___new__)
           : name == N___defaults__ ? (some ? r->defaults : NONE)
                                    : ABSENT;
}

static const Ops record_new_ops = {.call = record_new_call, .getattr = record_new_getattr};
static const Type record_new_type = {
    .head = {&type_type}, .name = N_function, .ops = &record_new_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(RecordNew), .letter = 'h',
    .base = &object_type, .solid = &record_new_type,
};

static Value record_new_new(Value name, Value fields, Value defaults) {
    RecordNew *r = heap_alloc(&record_new_type, sizeof *r);
    r->name = name;
    r->fields = fields;
    r->defaults = defaults;
    return cell_value(r);
}

// ---- fields ---------------------------------------------------------------------------------

typedef struct RecordField {
    Cell head;
    Value info; // the index as a small int; once __doc__ was set, a tuple of both
} RecordField;

static RecordField *record_field_of(Value v) {
    return (RecordField *)cell_of(v);
}

static size_t field_number(Value self) {
    Value info = record_field_of(self)->info;
    return (size_t)int_of(is_int(info) ? info : tuple_of(info)->items[0]);
}

static Value field_get(Value self, Value object, const Type *owner) {
    if (is_absent(object)) {
        return self;
    }
    size_t i = field_number(self);
    Value items = unbox(object);
    if (!is_tuple(items)) {
        raise_type_error(
            "descriptor for index '%z' for tuple subclasses doesn't apply to '%T' object",
            (intptr_t)i, object);
    }
    if (i >= tuple_of(items)->len) {
        raise_index_error("tuple index out of range");
    }
    return tuple_of(items)->items[i];
}

static void field_set(Value self, Value object, Value v) {
    raise_error(&attribute_error_type, "can't %s attribute", is_present(v) ? "set" : "delete");
}

static Value field_doc(Value self) {
    Value info = record_field_of(self)->info;
    return is_tuple(info) ? tuple_of(info)->items[1]
                          : str_formatted("Alias for field number %z", int_of(info));
}

static void field_set_doc(Value self, Value doc) {
    if (is_absent(doc)) {
        raise_type_error("can't delete numeric/char attribute");
    }
    Value number = int_value((intptr_t)field_number(self));
    Value info = tuple_pair(number, doc);
    record_field_of(self)->info = info;
}

static Value field_repr(Value self) {
    return str_formatted("_tuplegetter(%z, %V)", (intptr_t)field_number(self), field_doc(self));
}

static const Native field_methods[] = {
    GETSET(N___doc__, field_doc, field_set_doc),
    NATIVE_END,
};
static const Ops field_ops = {
    .repr = field_repr, .descr_get = field_get, .descr_set = field_set,
};
static const Type record_field_type = {
    .head = {&type_type}, .name = N__tuplegetter, .ops = &field_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(RecordField), .letter = 'h',
    .base = &object_type, .solid = &record_field_type, .methods = field_methods,
};

static Value record_field_new(size_t index) {
    RecordField *f = heap_alloc(&record_field_type, sizeof *f);
    f->info = int_value((intptr_t)index);
    return cell_value(f);
}

// ---- methods --------------------------------------------------------------------------------

static Value record_replace(size_t n, const Value *args, const Tuple *kwnames);

typedef struct RecordMethod {
    Cell head;
    Value (*call)(size_t n, const Value *args, const Tuple *kwnames); // args[0]: receiver
    uint8_t count; // positional arguments, the receiver included
    const Str *name;
} RecordMethod;

static const Type record_method_type, record_classmethod_type;
static const RecordMethod *record_method_of(Value v) {
    assert(is_exact(v, &record_method_type) || is_exact(v, &record_classmethod_type));
    return (const RecordMethod *)cell_of(v);
}

static COLD _Noreturn void wrong_arguments(const RecordMethod *m, size_t n, const Value *args,
                                           const Tuple *kwnames) {
    if (n == 0) {
        raise_type_error("%S() missing 1 required positional argument: 'self'", m->name);
    }
    const Str *cls = (is_class(args[0]) ? class_of(args[0]) : type_of(args[0]))->name;
    if (n < m->count) {
        raise_type_error("%S.%S() missing 1 required positional argument: 'iterable'", cls, m->name);
    }
    if (n > m->count) {
        raise_type_error("%S.%S() takes %d positional argument%s but %z were given", cls, m->name,
                         (int)m->count, m->count == 1 ? "" : "s", (intptr_t)n);
    }
    raise_type_error("%S.%S() got an unexpected keyword argument %V", cls, m->name,
                     kwnames->items[0]);
}

static Value record_method_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    const RecordMethod *m = record_method_of(self);
    bool keywords = kwnames && kwnames->len > 0 && m->call != record_replace;
    if (n != m->count || keywords) {
        wrong_arguments(m, n, args, kwnames);
    }
    return m->call(n, args, kwnames);
}

static Value record_method_getattr(Value self, const Str *name) {
    bool named = name == N___name__ || name == N___qualname__;
    return named ? str_value(record_method_of(self)->name) : ABSENT;
}

static Value bind_to_object(Value self, Value object, const Type *owner) {
    return is_absent(object) ? self : method_new(self, object);
}

static Value bind_to_class(Value self, Value object, const Type *owner) {
    return method_new(self, type_value(owner));
}

static const Ops record_method_ops = {
    .call = record_method_call, .getattr = record_method_getattr, .descr_get = bind_to_object,
};
static const Type record_method_type = {
    .head = {&type_type}, .name = N_function, .ops = &record_method_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_NONE | TYPE_CODE_SELF, .payload = sizeof(RecordMethod),
    .letter = 'h', .base = &object_type, .solid = &record_method_type,
};
static const Ops record_classmethod_ops = {
    .call = record_method_call, .getattr = record_method_getattr, .descr_get = bind_to_class,
};
static const Type record_classmethod_type = {
    .head = {&type_type}, .name = N_classmethod, .ops = &record_classmethod_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_NONE, .payload = sizeof(RecordMethod), .letter = 'h',
    .base = &object_type, .solid = &record_classmethod_type,
};

static Value record_repr(size_t n, const Value *args, const Tuple *kwnames) {
    const Tuple *fields = fields_of(class_value(args[0])), *items = items_of(args[0]);
    stack_check();
    StrBuilder b;
    builder_init(&b, 32);
    builder_add_str(&b, type_of(args[0])->name);
    builder_add_c(&b, "(");
    for (size_t i = 0; i < fields->len && i < items->len; i++) {
        builder_add_c(&b, i ? ", " : "");
        builder_add_str(&b, str_of(fields->items[i]));
        builder_add_c(&b, "=");
        builder_add_repr(&b, items->items[i]);
    }
    builder_add_c(&b, ")");
    return builder_finish(&b);
}

static Value record_asdict(size_t n, const Value *args, const Tuple *kwnames) {
    const Tuple *fields = fields_of(class_value(args[0])), *items = items_of(args[0]);
    Dict *d = dict_new(fields->len);
    for (size_t i = 0; i < fields->len && i < items->len; i++) {
        dict_set(d, fields->items[i], items->items[i]);
    }
    return cell_value(d);
}

static Value make_from(Value cls, Value items) {
    size_t expected = fields_of(cls)->len, found = tuple_of(items)->len;
    if (found != expected) {
        raise_type_error("Expected %z arguments, got %z", (intptr_t)expected, (intptr_t)found);
    }
    return boxed_new(class_of(cls), items);
}

static Value record_make(size_t n, const Value *args, const Tuple *kwnames) {
    return make_from(args[0], tuple_from_iterable(args[1]));
}

static Value record_replace(size_t n, const Value *args, const Tuple *kwnames) {
    Value cls = class_value(args[0]);
    const Tuple *fields = fields_of(cls), *items = items_of(args[0]);
    Value changed = tuple_new(items->items, items->len);
    List *unknown = list_new(0);
    for (size_t i = 0; kwnames && i < kwnames->len; i++) {
        intptr_t field = field_index(fields, kwnames->items[i]);
        if (field < 0 || (size_t)field >= items->len) {
            list_append(unknown, kwnames->items[i]);
        } else {
            tuple_of(changed)->items[field] = args[n + i];
        }
    }
    if (unknown->len) {
        raise_type_error("Got unexpected field names: %V", cell_value(unknown));
    }
    return make_from(cls, changed);
}

static Value record_getnewargs(size_t n, const Value *args, const Tuple *kwnames) {
    return cell_value(items_of(args[0]));
}

static const RecordMethod repr_method = {{&record_method_type}, record_repr, 1, N___repr__};
static const RecordMethod asdict_method = {{&record_method_type}, record_asdict, 1, N__asdict};
static const RecordMethod replace_method = {{&record_method_type}, record_replace, 1, N__replace};
static const RecordMethod getnewargs_method = {{&record_method_type}, record_getnewargs, 1, N___getnewargs__};
static const RecordMethod make_method = {{&record_classmethod_type}, record_make, 2, N__make};

// ---- field names ----------------------------------------------------------------------------

static bool is_keyword(const Str *s) {
    static const char words[] =
        " False None True and as assert async await break class continue def del elif else except "
        "finally for from global if import in is lambda nonlocal not or pass raise return try "
        "while with yield ";
    if (s->size > 16) {
        return false;
    }
    char padded[20] = " ";
    memcpy(padded + 1, s->text, s->size);
    padded[s->size + 1] = ' ';
    padded[s->size + 2] = 0;
    return strstr(words, padded);
}

static bool is_identifier(Value name) {
    return op_truth(op_call_method(name, N_isidentifier, 0, NULL));
}

// A list of str, from "a b", "a, b" or an iterable.
static List *split_names(Value names) {
    Value plain = unbox(names);
    if (is_str(plain)) {
        Value comma_to_space[2] = {str_from_char(','), str_from_char(' ')};
        Value spaced = op_call_method(plain, N_replace, 2, comma_to_space);
        return list_of(op_call_method(spaced, N_split, 0, NULL));
    }
    List *list = list_of(list_from_iterable(names));
    List *texts = list_new(list->len);
    for (size_t i = 0; i < list->len; i++) {
        list_append(texts, unbox(op_str(list->items->at[i])));
    }
    return texts;
}

static bool is_bad_name(Value name, const List *before, size_t count) {
    assert(count <= before->len);
    const Str *s = str_of(name);
    bool bad = !is_identifier(name) || is_keyword(s) || s->text[0] == '_';
    for (size_t i = 0; i < count && !bad; i++) {
        bad = str_equal(str_of(before->items->at[i]), s);
    }
    return bad;
}

static void rename_bad(List *names) {
    for (size_t i = 0; i < names->len; i++) {
        if (is_bad_name(names->items->at[i], names, i)) {
            names->items->at[i] = str_formatted("_%z", (intptr_t)i);
        }
    }
}

static void check_identifier(Value name) {
    if (!is_identifier(name)) {
        raise_value_error("Type names and field names must be valid identifiers: %V", name);
    }
    if (is_keyword(str_of(name))) {
        raise_value_error("Type names and field names cannot be a keyword: %V", name);
    }
}

static void check_names(Value typename, const List *names, bool renamed) {
    check_identifier(typename);
    for (size_t i = 0; i < names->len; i++) {
        check_identifier(names->items->at[i]);
    }
    for (size_t i = 0; i < names->len; i++) {
        Value name = names->items->at[i];
        if (str_of(name)->text[0] == '_' && !renamed) {
            raise_value_error("Field names cannot start with an underscore: %V", name);
        }
        for (size_t j = 0; j < i; j++) {
            if (str_equal(str_of(names->items->at[j]), str_of(name))) {
                raise_value_error("Encountered duplicate field name: %V", name);
            }
        }
    }
}

static Value intern_all(List *names) {
    for (size_t i = 0; i < names->len; i++) {
        names->items->at[i] = str_value(str_intern(names->items->at[i]));
    }
    return list_to_tuple(names);
}

// ---- namedtuple() ---------------------------------------------------------------------------

static void put_methods(Dict *namespace) {
    dict_set_name(namespace, N___repr__, cell_value(&repr_method));
    dict_set_name(namespace, N__asdict, cell_value(&asdict_method));
    dict_set_name(namespace, N__replace, cell_value(&replace_method));
    dict_set_name(namespace, N___replace__, cell_value(&replace_method));
    dict_set_name(namespace, N___getnewargs__, cell_value(&getnewargs_method));
    dict_set_name(namespace, N__make, cell_value(&make_method));
}

static Value default_values(Value fields, Value defaults) {
    Dict *d = dict_new(0);
    size_t required = tuple_of(fields)->len - tuple_of(defaults)->len;
    for (size_t i = 0; i < tuple_of(defaults)->len; i++) {
        dict_set(d, tuple_of(fields)->items[required + i], tuple_of(defaults)->items[i]);
    }
    return cell_value(d);
}

static Value make_class(Value typename, Value fields, Value defaults, Value module) {
    Dict *namespace = dict_new(12 + tuple_of(fields)->len);
    Value base = type_value(&tuple_type);
    dict_set_name(namespace, N___module__, module);
    dict_set_name(namespace, N___doc__, record_doc(typename, fields));
    dict_set_name(namespace, N___slots__, cell_value(&empty_tuple));
    dict_set_name(namespace, N__fields, fields);
    dict_set_name(namespace, N___match_args__, fields);
    dict_set_name(namespace, N__field_defaults, default_values(fields, defaults));
    dict_set_name(namespace, N___new__, record_new_new(typename, fields, defaults));
    put_methods(namespace);
    for (size_t i = 0; i < tuple_of(fields)->len; i++) {
        dict_set(namespace, tuple_of(fields)->items[i], record_field_new(i));
    }
    return class_new(&type_type, str_intern(typename), tuple_of(tuple_new(&base, 1)), namespace, 0,
                     NULL, NULL);
}

static Value calling_module(void) {
    Value name = dict_get_name(vm_globals(), N___name__);
    return is_present(name) ? name : str_value(N___main__);
}

Value namedtuple_new(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_typename, ARG_REQUIRED}, {N_field_names, ARG_REQUIRED},
                                   {N_rename, ARG_KWONLY}, {N_defaults, ARG_KWONLY},
                                   {N_module, ARG_KWONLY}, {NULL, 0}};
    Value given[5];
    args_parse("namedtuple", spec, n, args, kwnames, given);
    Value typename = unbox(op_str(given[0]));
    List *names = split_names(given[1]);
    bool rename = is_present(given[2]) && op_truth(given[2]);
    if (rename) {
        rename_bad(names);
    }
    check_names(typename, names, rename);
    bool some = is_present(given[3]) && !is_none(given[3]);
    Value defaults = some ? tuple_from_iterable(given[3]) : cell_value(&empty_tuple);
    if (tuple_of(defaults)->len > names->len) {
        raise_type_error("Got more default values than field names");
    }
    bool placed = is_present(given[4]) && !is_none(given[4]);
    return make_class(typename, intern_all(names), defaults, placed ? given[4] : calling_module());
}
