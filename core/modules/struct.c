// SPDX-License-Identifier: MIT
// struct.c: the module struct: values packed into bytes by a format.
//
//   Struct          {head, format, size, values}    format ABSENT: not initialised
//   unpack_iterator {head, format, buffer, offset, size}
//
// Values are always packed into bytes of our own first, since user code may run meanwhile.
#include "modules/struct.h"
#include "objects/containers.h"
#include "objects/exception_ops.h"
#include "objects/iterators.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

typedef struct Struct {
    Cell head;
    Value format;
    size_t size, values;
} Struct;

// ---- packing ------------------------------------------------------------------------------------------

static Struct measured(Value format) {
    Struct s = {{NULL}, format, 0, 0};
    struct_measure(format, &s.size, &s.values);
    return s;
}

static void check_count(const Struct *s, const char *name, size_t n) {
    if (n != s->values) {
        raise_struct_error("%s expected %z items for packing (got %z)", name, (intptr_t)s->values,
                           (intptr_t)n);
    }
}

// Into zeros that nobody else changes and that stay where they are.
static void pack_values(const Struct *s, uint8_t *data, size_t n, const Value *args) {
    StructFormat f;
    StructItem item;
    size_t next = 0;
    struct_format_start(&f, s->format);
    while (struct_format_next(&f, &item)) {
        size_t count = struct_item_values(&item);
        for (size_t i = 0; i < count; i++) {
            poll_interrupt();
            assert(next < n && item.offset + i * item.size <= s->size);
            struct_put(&f, &item, data + item.offset + i * item.size, args[next++]);
        }
    }
}

static Value pack(const Struct *s, const char *name, size_t n, const Value *args) {
    check_count(s, name, n);
    Value out = bytes_new(NULL, s->size);
    pack_values(s, bytes_of(out)->data, n, args);
    return out;
}

// offset from the end if negative. Raises struct.error if size bytes don't fit there.
static size_t place(Value offset_arg, const Buffer *b, size_t size, bool packing) {
    intptr_t offset = to_intptr(offset_arg), have = (intptr_t)b->size;
    if (offset < 0) {
        if (offset + (intptr_t)size > 0) {
            raise_struct_error(packing ? "no space to pack %z bytes at offset %z"
                                       : "not enough data to unpack %z bytes at offset %z",
                               (intptr_t)size, offset);
        }
        if (offset + have < 0) {
            raise_struct_error("offset %z out of range for %z-byte buffer", offset, have);
        }
        offset += have;
    }
    if (offset > have || (size_t)(have - offset) < size) {
        const char *name = packing ? "pack" : "unpack";
        Value need = int_binary(OP_ADD, int_from(offset), int_from((intptr_t)size));
        raise_struct_error("%s requires a buffer of at least %V bytes for %sing %z bytes at offset "
                           "%z (actual buffer size is %z)",
                           packing ? "pack_into" : "unpack_from", need, name, (intptr_t)size,
                           offset, have);
    }
    return (size_t)offset;
}

static Value pack_into(const Struct *s, size_t n, const Value *args) {
    Buffer b;
    if (n < 2) {
        raise_struct_error(n ? "pack_into expected offset argument"
                             : "pack_into expected buffer argument");
    }
    Value offset = to_index(args[1]);
    check_count(s, "pack_into", n - 2);
    uint8_t few[64] = {0}, *packed = few; // so that small formats allocate nothing
    Value many = ABSENT;
    if (s->size > sizeof few) {
        many = bytes_new(NULL, s->size);
        packed = bytes_of(many)->data;
    }
    pack_values(s, packed, n - 2, args + 2);
    if (!buffer_try(args[0], &b, BUFFER_WRITE)) { // now: packing has run user code
        raise_type_error("argument must be read-write bytes-like object, not %T", args[0]);
    }
    size_t at = place(offset, &b, s->size, true);
    if (s->size > 0) {
        memcpy(b.data + at, packed, s->size);
    }
    return NONE;
}

// ---- unpacking ----------------------------------------------------------------------------------------

// The values in the size bytes at `at` of source, which is read anew for each value.
static Value unpack_at(const Struct *s, Value source, size_t at) {
    Tuple *out = s->values ? tuple_alloc(s->values) : tuple_of(cell_value(&empty_tuple));
    StructFormat f;
    StructItem item;
    size_t next = 0;
    struct_format_start(&f, s->format);
    while (struct_format_next(&f, &item)) {
        size_t count = struct_item_values(&item);
        for (size_t i = 0; i < count; i++) {
            Buffer b;
            buffer_get(source, &b, BUFFER_READ);
            if (b.size < at + s->size) {
                raise_struct_error("buffer changed size during unpacking");
            }
            Value v = struct_get(&f, &item, b.data + at + item.offset + i * item.size);
            assert(next < s->values);
            out->items[next++] = v;
            poll_pending();
        }
    }
    assert(next == s->values);
    return cell_value(out);
}

static Value unpack(const Struct *s, Value source) {
    Buffer b;
    buffer_get(source, &b, BUFFER_READ);
    if (b.size != s->size) {
        raise_struct_error("unpack requires a buffer of %z bytes", (intptr_t)s->size);
    }
    return unpack_at(s, source, 0);
}

static Value unpack_from(const Struct *s, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_buffer, ARG_REQUIRED}, {N_offset, 0}, {NULL, 0}};
    Value given[2];
    Buffer b;
    args_parse("unpack_from", spec, n, args, kwnames, given);
    Value offset = is_present(given[1]) ? to_index(given[1]) : int_value(0);
    buffer_get(given[0], &b, BUFFER_READ);
    return unpack_at(s, given[0], place(offset, &b, s->size, false));
}

// ---- iter_unpack ----------------------------------------------------------------------------------------

typedef struct UnpackIterator {
    Cell head;
    Value format, buffer; // buffer ABSENT: exhausted
    Value offset, size;   // small ints
} UnpackIterator;

static Value iterator_next(Value self) {
    UnpackIterator *it = (UnpackIterator *)cell_of(self);
    Buffer b;
    if (is_absent(it->buffer)) {
        return ABSENT;
    }
    size_t at = (size_t)int_of(it->offset), size = (size_t)int_of(it->size);
    buffer_get(it->buffer, &b, BUFFER_READ);
    if (b.size < size || at > b.size - size) {
        it->buffer = ABSENT;
        return ABSENT;
    }
    Struct s = measured(it->format);
    Value v = unpack_at(&s, it->buffer, at);
    it->offset = int_value((intptr_t)(at + size));
    return v;
}

static const Ops iterator_ops = {.iter = iterator_self, .next = iterator_next};
static const Type iterator_type = {
    .head = {&type_type}, .name = N_unpack_iterator, .ops = &iterator_ops,
    .flags = TYPE_FINAL | TYPE_TRACE_WORDS, .payload = sizeof(UnpackIterator), .letter = 'h',
    .base = &object_type, .solid = &iterator_type,
};

static Value iter_unpack(const Struct *s, Value source) {
    Buffer b;
    buffer_get(source, &b, BUFFER_READ);
    if (s->size == 0) {
        raise_struct_error("cannot iteratively unpack with a struct of length 0");
    }
    if (b.size % s->size != 0) {
        raise_struct_error("iterative unpacking requires a buffer of a multiple of %z bytes",
                           (intptr_t)s->size);
    }
    UnpackIterator *it = heap_alloc(&iterator_type, sizeof *it);
    it->format = s->format;
    it->buffer = source;
    it->offset = int_value(0);
    it->size = int_from((intptr_t)s->size);
    return cell_value(it);
}

// ---- functions of the module ------------------------------------------------------------------------

static Value struct_pack(size_t n, const Value *args) {
    Struct s = measured(args[0]);
    return pack(&s, "pack", n - 1, args + 1);
}

static Value struct_pack_into(size_t n, const Value *args) {
    Struct s = measured(args[0]);
    return pack_into(&s, n - 1, args + 1);
}

static Value struct_unpack(Value format, Value source) {
    Struct s = measured(format);
    return unpack(&s, source);
}

static Value struct_unpack_from(size_t n, const Value *args, const Tuple *kwnames) {
    if (n == 0) {
        raise_type_error("unpack_from expected at least 1 argument, got 0");
    }
    Struct s = measured(args[0]);
    return unpack_from(&s, n - 1, args + 1, kwnames);
}

static Value struct_iter_unpack(Value format, Value source) {
    Struct s = measured(format);
    return iter_unpack(&s, source);
}

static Value struct_calcsize(Value format) {
    Struct s = measured(format);
    return int_from((intptr_t)s.size);
}

// ---- class Struct ---------------------------------------------------------------------------------------

static const Type struct_type;

static const Struct *self_of(Value self) {
    assert(is_kind(self, &struct_type));
    const Struct *s = (const Struct *)cell_of(self);
    if (is_absent(s->format)) {
        raise_runtime_error("Struct object is not initialized");
    }
    return s;
}

static Value method_pack(size_t n, const Value *args) {
    Struct s = *self_of(args[0]);
    return pack(&s, "pack", n - 1, args + 1);
}

static Value method_pack_into(size_t n, const Value *args) {
    Struct s = *self_of(args[0]);
    return pack_into(&s, n - 1, args + 1);
}

static Value method_unpack(Value self, Value source) {
    Struct s = *self_of(self);
    return unpack(&s, source);
}

static Value method_unpack_from(size_t n, const Value *args, const Tuple *kwnames) {
    Struct s = *self_of(args[0]);
    return unpack_from(&s, n - 1, args + 1, kwnames);
}

static Value method_iter_unpack(Value self, Value source) {
    Struct s = *self_of(self);
    return iter_unpack(&s, source);
}

static Value get_format(Value self) {
    Value format = unbox(self_of(self)->format);
    return is_bytes(format) ? str_new((const char *)bytes_of(format)->data, bytes_of(format)->size)
                            : format;
}

static Value get_size(Value self) {
    return int_from((intptr_t)self_of(self)->size);
}

static Value get_module(Value self) {
    return str_value(N_struct);
}

static Value struct_repr(Value self) {
    return str_formatted("%S(%V)", type_of(self)->name, get_format(self));
}

static void struct_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_format, ARG_REQUIRED}, {NULL, 0}};
    Value format;
    args_parse("Struct", spec, n, args, kwnames, &format);
    Struct parsed = measured(format), *s = (Struct *)cell_of(self);
    s->format = unbox(format);
    s->size = parsed.size;
    s->values = parsed.values;
}

static Value struct_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value self = cell_value(cell_new_for(cls));
    if (cls == &struct_type) {
        struct_init(self, n, args, kwnames);
    }
    return self;
}

static void struct_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((Struct *)cell)->format);
}

static const Native struct_methods[] = {
    GETTER(N___module__, get_module),
    GETTER(N_format, get_format),
    METHOD_2(N_iter_unpack, method_iter_unpack),
    METHOD_VAR(N_pack, method_pack, 1, NATIVE_MANY),
    METHOD_VAR(N_pack_into, method_pack_into, 1, NATIVE_MANY),
    GETTER(N_size, get_size),
    METHOD_2(N_unpack, method_unpack),
    METHOD_KW(N_unpack_from, method_unpack_from, 1, NATIVE_MANY),
    NATIVE_END,
};
static const Ops struct_ops = {
    .repr = struct_repr, .create = struct_create, .init = struct_init,
};
static const Type struct_type = {
    .head = {&type_type}, .name = N_Struct, .ops = &struct_ops, .payload = sizeof(Struct),
    .letter = 'h', .base = &object_type, .solid = &struct_type, .methods = struct_methods,
    .trace = struct_trace,
};

static const Native error_methods[] = {GETTER(N___module__, get_module), NATIVE_END};
const Type struct_error_type = {
    .head = {&type_type}, .name = N_error, .ops = &exception_ops,
    .flags = TYPE_EXCEPTION | TYPE_TRACE_WORDS, .payload = sizeof(Exception), .letter = 'h',
    .base = &exception_type, .solid = &struct_error_type, .methods = error_methods,
};

static const Native functions[] = {
    FUNCTION_1(N_calcsize, struct_calcsize),
    FUNCTION_2(N_iter_unpack, struct_iter_unpack),
    FUNCTION_VAR(N_pack, struct_pack, 1, NATIVE_MANY),
    FUNCTION_VAR(N_pack_into, struct_pack_into, 1, NATIVE_MANY),
    FUNCTION_2(N_unpack, struct_unpack),
    FUNCTION_KW(N_unpack_from, struct_unpack_from, 0, NATIVE_MANY),
    NATIVE_END,
};
static const ModuleConst constants[] = {
    {N_Struct, CONST_VALUE(&struct_type)},
    {N_error, CONST_VALUE(&struct_error_type)},
    {NULL, {0}},
};
const ModuleDef struct_module = {
    .name = N_struct, .extensible = true, .functions = functions, .constants = constants,
};
