// SPDX-License-Identifier: MIT
// type_bases.c: __bases__ and __subclasses__() of classes: what is above and below them.
//
// Subclasses are not recorded: whoever asks walks the heap, which costs no memory and keeps no
// class alive. Of the builtin ones those that have a name in builtins are known.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/mro.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"

// ---- below -------------------------------------------------------------------------------------

typedef struct {
    const Type *base;
    List *found;
    size_t count;
} SubclassSearch;

static void collect_subclass(Cell *cell, size_t bytes, void *arg) {
    SubclassSearch *search = arg;
    if (!is_class_cell(cell) || !class_cell((Type *)cell)->mro) {
        return;
    }
    const Tuple *bases = class_cell((Type *)cell)->bases;
    for (size_t i = 0; i < bases->len; i++) {
        if (class_of(bases->items[i]) != search->base) {
            continue;
        }
        if (search->found && search->found->len < search->found->capacity) {
            search->found->items->at[search->found->len++] = cell_value(cell);
        }
        search->count++;
    }
}

static List *made_subclasses(const Type *base) {
    SubclassSearch search = {base, NULL, 0};
    heap_walk(collect_subclass, &search);
    List *list = list_new(search.count + 1);
    search.found = list;
    heap_walk(collect_subclass, &search);
    return list;
}

Value type_subclasses(Value self) {
    const Type *base = class_of(self);
    List *list = list_new(4);
    for (const ModuleConst *c = builtins_module.constants; c->name; c++) {
        const Type *t = is_class(c->value) ? class_of(c->value) : NULL;
        bool itself = t && t->name == c->name; // not IOError, another name of OSError
        if (itself && (t->base == base || type_second_base(t) == base)) {
            list_append(list, c->value);
        }
    }
    list_extend(list, cell_value(made_subclasses(base)));
    return cell_value(list);
}

// ---- above -------------------------------------------------------------------------------------

Value type_get_bases(Value self) {
    return cell_value(type_bases(class_of(self)));
}

// Builtin types whose instances CPython's collector does not know do not take the place of other classes.
static bool is_uncollected(const Type *t) {
    return !(t->flags & TYPE_HEAP) &&
           (t == &object_type || t == &bytearray_type || t->flags & TYPE_TRACE_NONE);
}

static void check_layout(const Type *from, const Type *to) {
    bool alike = is_uncollected(from) == is_uncollected(to);
    if (!alike || !class_same_layout(from, to)) {
        raise_type_error("__bases__ assignment: '%S' %s differs from '%S'", to->name,
                         alike ? "object layout" : "deallocator", from->name);
    }
}

// The MRO of c with these bases and of all its subclasses anew. Adds each class and its old MRO to
// `old`.
static void update_mros(Class *c, Tuple *bases, List *old) {
    stack_check();
    Tuple *mro = mro_kept(cell_value(c), bases);
    list_append(old, tuple_pair(cell_value(c), cell_value(c->mro)));
    if (c->bases != bases) {
        c->bases = bases;
        c->type.base = class_layout_base(bases);
    }
    c->mro = mro;
    const List *subclasses = made_subclasses(&c->type);
    for (size_t i = 0; i < subclasses->len; i++) {
        Class *sub = class_cell(class_of(subclasses->items->at[i]));
        update_mros(sub, sub->bases, old);
    }
}

static void restore_mros(const List *old) {
    for (size_t i = old->len; i-- > 0;) { // the first entry of a class is its true one
        const Tuple *pair = tuple_of(old->items->at[i]);
        class_cell(class_of(pair->items[0]))->mro = tuple_of(pair->items[1]);
    }
}

// All or nothing: a class below may have no consistent MRO any more.
static void replace_bases(Class *c, Tuple *bases) {
    Tuple *before = c->bases;
    const Type *base = c->type.base;
    List *old = list_new(4);
    Catch caught;
    if (TRY(caught)) {
        update_mros(c, bases, old);
        catch_leave(&caught);
    } else {
        restore_mros(old);
        c->bases = before;
        c->type.base = base;
        heap_clear_caches();
        raise_again(caught.exception);
    }
    finalise_adopt(&c->type);
    for (size_t i = 0; i < old->len; i++) {
        class_changed(class_of(tuple_of(old->items->at[i])->items[0]));
    }
}

void type_set_bases(Value self, Value v) {
    Class *c = type_writable(self, N___bases__, v);
    if (!is_tuple(v)) {
        raise_type_error("can only assign tuple to %S.__bases__, not %T", c->type.name, v);
    }
    if (tuple_of(v)->len == 0) {
        raise_type_error("can only assign non-empty tuple to %S.__bases__, not ()", c->type.name);
    }
    for (size_t i = 0; i < tuple_of(v)->len; i++) {
        Value base = tuple_of(v)->items[i];
        if (!is_class(base)) {
            raise_type_error("%S.__bases__ must be tuple of classes, not '%T'", c->type.name, base);
        }
        if (is_subtype(class_of(base), &c->type)) {
            raise_type_error("a __bases__ item causes an inheritance cycle");
        }
    }
    check_layout(c->type.base, class_layout_base(tuple_of(v)));
    class_check_distinct(tuple_of(v));
    replace_bases(c, tuple_of(v));
}
