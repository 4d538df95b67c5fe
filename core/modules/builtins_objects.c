// SPDX-License-Identifier: MIT
// builtins_objects.c: the builtin functions that ask objects about themselves.
#include "modules/builtins.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include "vm/vm.h"
#include <assert.h>

Value builtin_ascii(Value v) {
    return str_ascii(v);
}

Value builtin_repr(Value v) {
    return op_repr_given(v);
}

Value builtin_callable(Value v) {
    return bool_value(op_callable(v));
}

Value builtin_hash(Value v) {
    return int_from(op_hash(v));
}

Value builtin_id(Value v) {
    if (is_cell(v)) {
        heap_pin(cell_of(v));
    }
    return int_from_u64(v.bits);
}

Value builtin_isinstance(Value v, Value classes) {
    return bool_value(op_isinstance(v, classes));
}

Value builtin_issubclass(Value v, Value classes) {
    return bool_value(op_issubclass(v, classes));
}

Value builtin_format(size_t n, const Value *args) {
    if (n < 2) {
        return format_value(args[0], N__empty);
    }
    Value spec = unbox(args[1]);
    if (!is_str(spec)) {
        raise_type_error("format() argument 2 must be str, not %A", args[1]);
    }
    return format_value(args[0], str_of(spec));
}

// ---- attributes -----------------------------------------------------------------------------

Value builtin_getattr(size_t n, const Value *args) {
    const Str *name = attr_name(args[1]);
    if (n < 3) {
        return attr_get(args[0], name);
    }
    Value v = attr_find(args[0], name);
    return is_present(v) ? v : args[2];
}

Value builtin_hasattr(Value object, Value name) {
    return bool_value(is_present(attr_find(object, attr_name(name))));
}

Value builtin_setattr(Value object, Value name, Value v) {
    attr_set(object, attr_name(name), v);
    return NONE;
}

Value builtin_delattr(Value object, Value name) {
    attr_delete(object, attr_name(name));
    return NONE;
}

Value builtin_dir(size_t n, const Value *args) {
    if (n) {
        return dir_of(args[0]);
    }
    Value locals = builtin_locals(); // of exec() any mapping
    bool plain = is_exact(locals, &dict_type);
    Value names = list_from_iterable(plain ? locals : op_call_method(locals, N_keys, 0, NULL));
    list_sort(list_of(names), ABSENT, false);
    return names;
}

Value builtin_vars(size_t n, const Value *args) {
    if (n == 0) {
        return builtin_locals();
    }
    Value dict = attr_find(args[0], N___dict__);
    if (is_absent(dict)) {
        raise_type_error("vars() argument must have __dict__ attribute");
    }
    return dict;
}
