// SPDX-License-Identifier: MIT
// annotations.c: deferred annotations (PEP 649) of classes and modules.
//
// A class body leaves a function under __annotate__. At module level, where a statement is gone
// before the next is compiled, __annotate__ is an Annotator: a dict of thunks, one for each name,
// that is called like the function.
#include "objects/annotations.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

typedef struct Annotator {
    Cell head;
    Value thunks; // dict: name -> function without parameters
} Annotator;

static Value annotator_call(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    if (n != 1 || (kwnames && kwnames->len)) {
        raise_type_error("__annotate__() takes 1 positional argument but %z were given", (intptr_t)n);
    }
    if (!is_int(args[0]) || int_of(args[0]) > 2 || int_of(args[0]) < 1) {
        raise_error(&not_implemented_error_type, "");
    }
    Value thunks = ((Annotator *)cell_of(self))->thunks, name, thunk;
    Dict *result = dict_new(dict_len(dict_of(thunks)));
    size_t pos = 0;
    while (dict_next(dict_of(thunks), &pos, &name, &thunk)) {
        dict_set(result, name, op_call_0(thunk));
    }
    return cell_value(result);
}

static const Ops annotator_ops = {.call = annotator_call};
static const Type annotator_type = {.head = {&type_type}, .name = N_function, .ops = &annotator_ops,
                                    .flags = TYPE_TRACE_WORDS | TYPE_FINAL,
                                    .payload = sizeof(Annotator), .letter = 'h',
                                    .base = &object_type, .solid = &annotator_type};

void annotations_add(Dict *globals, const Str *name, Value thunk) {
    assert(name->interned && is_present(thunk));
    Value v = dict_get_name(globals, N___annotate__);
    if (is_absent(v) || !is_exact(v, &annotator_type)) {
        Annotator *a = heap_alloc(&annotator_type, sizeof *a);
        a->thunks = cell_value(dict_new(1));
        v = cell_value(a);
        dict_set_name(globals, N___annotate__, v);
    }
    dict_set_name(dict_of(((Annotator *)cell_of(v))->thunks), name, thunk);
}

Value annotations_get(Dict *namespace) {
    Value v = dict_get_name(namespace, N___annotations__);
    if (is_absent(v)) {
        v = dict_get_name(namespace, N___annotations_cache__);
    }
    if (is_absent(v)) {
        Value annotate = dict_get_name(namespace, N___annotate__);
        v = is_present(annotate) && !is_none(annotate) ? op_call_1(annotate, int_value(1))
                                                       : cell_value(dict_new(0));
        dict_set_name(namespace, N___annotations_cache__, v);
    }
    return v;
}

void annotations_set(Dict *namespace, Value v) {
    if (is_present(v)) {
        dict_set_name(namespace, N___annotations_cache__, v);
    } else if (!dict_remove_name(namespace, N___annotations_cache__) &&
               !dict_remove_name(namespace, N___annotations__)) {
        raise_error(&attribute_error_type, "__annotations__");
    }
    dict_remove_name(namespace, N___annotate__);
}

Value annotate_get(Dict *namespace) {
    Value v = dict_get_name(namespace, N___annotate__);
    return is_present(v) ? v : NONE;
}

void annotate_set(Dict *namespace, Value v) {
    dict_remove_name(namespace, N___annotations_cache__);
    dict_set_name(namespace, N___annotate__, is_present(v) ? v : NONE);
}
