// SPDX-License-Identifier: MIT
// abstract.c: classes with abstract methods, and which functions say that they are abstract.
//
// The names are in the class's own namespace as __abstractmethods__; TYPE_ABSTRACT says that there
// are any, so that making an instance costs one test. It is set by assignment only: neither a
// subclass nor a name in the body of a class has it.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/protocol.h"
#include "text/str.h"
#include <assert.h>

void abstract_refuse(const Type *cls) {
    assert(cls->flags & TYPE_ABSTRACT);
    Value names = list_from_iterable(abstract_get(type_value(cls)));
    list_sort(list_of(names), ABSENT, false);
    const char *many = list_of(names)->len > 1 ? "s" : "";
    Value joined = str_join(str_of(str_from_c("', '")), names);
    raise_type_error("Can't instantiate abstract class %S without an implementation for abstract "
                     "method%s '%S'",
                     cls->name, many, str_of(joined));
}

COLD static _Noreturn void raise_never_set(void) {
    raise_error(&attribute_error_type, "__abstractmethods__");
}

Value abstract_get(Value cls) {
    const Type *t = class_of(cls);
    bool heap = t->flags & TYPE_HEAP;
    Value v = heap ? dict_get_name(class_cell(t)->dict, N___abstractmethods__) : ABSENT;
    if (is_absent(v)) {
        raise_never_set();
    }
    return v;
}

void abstract_set(Value cls, Value v) {
    Class *c = class_cell(class_of(cls));
    bool any = is_present(v) && op_truth(v);
    if (is_present(v)) {
        dict_set_name(c->dict, N___abstractmethods__, v);
    } else if (!dict_remove_name(c->dict, N___abstractmethods__)) {
        raise_never_set();
    }
    c->type.flags = (c->type.flags & ~(uint32_t)TYPE_ABSTRACT) | (any ? TYPE_ABSTRACT : 0);
    class_name_changed(&c->type, N___abstractmethods__);
}

bool abstract_is(Value v) {
    if (is_absent(v)) {
        return false;
    }
    stack_check();
    Value mark = attr_find(v, N___isabstractmethod__);
    return is_present(mark) && op_truth(mark);
}
