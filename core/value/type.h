// SPDX-License-Identifier: MIT
// type.h: what a type is: its layout, its operations, its methods.
//
// A builtin type is one const Type in flash with const operations and a const method table; a
// class made by a program is a Type on the heap (struct Class in objects/class.h) whose `ops`
// is instance_ops, which looks special methods up and falls back to those of `solid`.
//
// Layout of instances. `solid` is the builtin type that decides the payload:
//   exact builtin            {head, payload...}
//   subclass, fixed payload  {head, payload..., InstancePart}     list, dict, exceptions, object
//   subclass, inline payload {head, native value, InstancePart}   int, str, tuple, bytes, float...
//                            (flag TYPE_BOXED: unbox() gives the native value)
#ifndef CORE_TYPE_H
#define CORE_TYPE_H

#include "value/value.h"

typedef struct Str Str;
typedef struct Tuple Tuple;
typedef struct Dict Dict;
typedef struct Shape Shape;
typedef struct Native Native;
typedef struct Buffer Buffer;
typedef struct Visitor Visitor;

typedef enum {
    OP_ADD, OP_SUB, OP_MUL, OP_TRUEDIV, OP_FLOORDIV, OP_MOD, OP_POW, OP_LSHIFT, OP_RSHIFT,
    OP_AND, OP_OR, OP_XOR, OP_MATMUL, OP_DIVMOD, // divmod() only; not an operator
    BINARY_OPS
} BinaryOp;

typedef enum { OP_NEG, OP_POS, OP_INVERT, OP_ABS, UNARY_OPS } UnaryOp;

typedef enum { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE } CompareOp;

// Operations of a type; NULL means "not supported" unless said otherwise. Each may raise,
// allocate and (through user code) do anything, unless said otherwise.
typedef struct OpSlots {
    Value (*repr)(Value self);                // str; NULL: <name object at 0x...>
    Value (*str)(Value self);                 // str; NULL: repr
    intptr_t (*hash)(Value self);             // NULL: identity; hash_unhashable raises TypeError
    bool (*truth)(Value self);                // NULL: len() != 0, or true
    // Result, or NOT_IMPLEMENTED. NULL: identity for == and !=.
    Value (*compare)(CompareOp op, Value self, Value other);
    // a op b; the operand of this type is a, or b when reflected. NOT_IMPLEMENTED if it can't.
    Value (*binary)(BinaryOp op, Value a, Value b, bool reflected);
    Value (*inplace)(BinaryOp op, Value a, Value b); // NOT_IMPLEMENTED or NULL: binary
    Value (*unary)(UnaryOp op, Value self);          // NOT_IMPLEMENTED if it can't
    Value (*call)(Value self, size_t n, const Value *args, const Tuple *kwnames);
    Value (*getattr)(Value self, const Str *name);   // ABSENT if none; NULL: the generic lookup
    bool (*setattr)(Value self, const Str *name, Value v); // ABSENT deletes; false: no such; NULL: generic
    Value (*getitem)(Value self, Value key);
    void (*setitem)(Value self, Value key, Value v); // ABSENT deletes
    bool (*contains)(Value self, Value item);        // NULL: by iteration
    intptr_t (*len)(Value self);
    Value (*iter)(Value self);                // an iterator
    Value (*next)(Value self);                // ABSENT at the end (objects/iterators.h)
    bool (*buffer)(Value self, Buffer *out, int flags); // see text/buffer.h
    Value (*descr_get)(Value self, Value object, const Type *owner); // object may be ABSENT
    void (*descr_set)(Value self, Value object, Value v);            // ABSENT deletes
    // __new__ and __init__ in one for exact builtins: cls is the class asked for (maybe a
    // subclass, then make the payload part only as cell_new_for(cls) does). NULL: can't be made.
    Value (*create)(const Type *cls, size_t n, const Value *args, const Tuple *kwnames);
    // __init__ of a mutable builtin, called again on an existing object. NULL: accepts anything.
    void (*init)(Value self, size_t n, const Value *args, const Tuple *kwnames);
} OpSlots;

// The operations of a type are an initialiser of OpSlots; op_of(ops, len) is one of them. Most are
// NULL: where flash is scarce, tools/pack-sources leaves only the others, and says which they are.
#if CONFIG_PACKED
typedef void (*OpFunction)(void);
typedef struct Ops {
    uint32_t slots; // bit n: the n-th member of OpSlots is there
    OpFunction function[];
} Ops;
static inline OpFunction ops_find(const Ops *ops, unsigned slot) {
    size_t place = 0;
    for (uint32_t before = ops->slots & ((1u << slot) - 1); before; before &= before - 1) {
        place++;
    }
    return ops->slots >> slot & 1 ? ops->function[place] : NULL;
}
#define op_of(ops, op) \
    ((__typeof__(((OpSlots *)0)->op))ops_find(ops, offsetof(OpSlots, op) / sizeof(OpFunction)))
#else
typedef OpSlots Ops;
#define op_of(ops, op) ((ops)->op)
#endif

enum { // Type.flags
    TYPE_HEAP = 1 << 0,      // a class made by a program (struct Class)
    TYPE_INSTANCE = 1 << 1,  // instances end in an InstancePart (shape, extra, slots)
    TYPE_BOXED = 1 << 2,     // instances hold a native value in their first word
    TYPE_INLINE = 1 << 3,    // builtin whose data is inline or in the word: subclasses are boxed
    TYPE_FINAL = 1 << 4,     // can't be subclassed
    TYPE_EXCEPTION = 1 << 5, // instances are exceptions
    TYPE_TYPE = 1 << 6,      // instances are types (type itself and metaclasses)
    TYPE_FINALISE = 1 << 7,  // has a finaliser (__del__ or `finalise`)
    TYPE_TRACE_WORDS = 1 << 8, // every word after the head is a Value: no trace function needed
    TYPE_TRACE_NONE = 1 << 9,  // no references inside
    TYPE_UNHASHABLE = 1 << 10,
    TYPE_GETATTRIBUTE = 1 << 11, // heap class with __getattribute__ in its MRO
    TYPE_GETATTR = 1 << 12,      // heap class with __getattr__ in its MRO
    TYPE_SETATTR = 1 << 13,      // heap class with __setattr__ or __delattr__ in its MRO
    TYPE_SEQUENCE = 1 << 14,     // matches sequence patterns (list, tuple, range, ...)
    TYPE_MAPPING = 1 << 15,      // matches mapping patterns
    TYPE_NO_DICT = 1 << 16,      // heap class whose instances have __slots__ only
    TYPE_CODE_SELF = 1 << 17,    // descriptor that acts as method when called (functions, natives)
    TYPE_DATA_DESCR = 1 << 18,   // heap class with __set__ or __delete__ (instances: data descriptors)
    TYPE_DESCR = 1 << 19,        // heap class with __get__
    TYPE_LASTING = 1 << 22,      // cells live long, however large: kept with the small ones
    TYPE_HOT = 1 << 21,          // heap class whose attribute `changed` is assigned often: not cached
    TYPE_WEAK = 1 << 25,         // its instances may be weakly referenced
    TYPE_NO_NEW = 1 << 26,       // heap class whose mro() left out all that has a __new__
    TYPE_INIT = 1 << 23,         // builtin whose create() leaves the arguments to init()
    TYPE_ABSTRACT = 1 << 24,     // heap class whose __abstractmethods__ are set and not empty
    TYPE_OWN_KEY = 1 << 20,      // instances (types, modules) have attribute cache lines of their own
};

struct Type {
    Cell head;              // the metatype
    const Str *name;        // "list"
    const Ops *ops;
    uint32_t flags;
    uint16_t payload;       // bytes before the InstancePart, head included (word multiple)
    char letter;            // its letter in mem_info(1): T L D S A F B M, else h
    uint8_t slot_hint;      // classes made by programs: attributes their instances come to have
    const Type *base;       // the base that gives the layout; NULL for object and internal cells
    const Type *solid;      // the builtin type that decides the layout; itself if builtin
    union {
        const Native *methods; // builtin: const rows, ended by NATIVE_END; NULL: none
        const Str *changed;    // TYPE_HEAP: the attribute that was assigned last; NULL: none yet
    };
    // Visits each reference of the cell; NULL with TYPE_TRACE_WORDS or TYPE_TRACE_NONE.
    void (*trace)(Cell *cell, Visitor *visitor);
    union {
        void (*finalise)(Cell *cell); // builtin: frees outside resources; can't allocate or raise
        Tuple *slots; // TYPE_HEAP: all names in __slots__, those of its bases first; NULL: none
    };
};

extern const Type object_type, type_type, none_type, ellipsis_type, not_implemented_type;
extern const Type bool_type, int_type, float_type, complex_type;
extern const Type str_type, bytes_type, bytearray_type, memoryview_type;
extern const Type list_type, tuple_type, dict_type, set_type, frozenset_type, range_type, slice_type;
extern const Type property_type, classmethod_type, staticmethod_type, super_type;
extern const Type function_type, method_type, generator_type, coroutine_type, async_generator_type;
extern const Type code_type, module_type, enumerate_type, zip_type, map_type, filter_type;
extern const Type reversed_type, dict_item_iterator_type;
extern const Type native_type, native_method_type, native_getset_type, native_classmethod_type;

static inline const Type *type_of(Value v) { // v must not be ABSENT
    assert_hot(is_present(v));
    if (is_int(v)) {
        return &int_type;
    }
    return LIKELY(!is_word_float(v)) ? cell_of(v)->type : &float_type;
}
static inline bool is_exact(Value v, const Type *type) { // for types whose values are cells
    return is_cell(v) && cell_of(v)->type == type;
}
// v has the layout of the builtin `solid`: the type itself or a subclass (not for boxed ones:
// unbox first).
static inline bool is_kind(Value v, const Type *solid) {
    return is_cell(v) && (cell_of(v)->type == solid || cell_of(v)->type->solid == solid);
}
static inline bool is_boxed(Value v) {
    return is_cell(v) && (cell_of(v)->type->flags & TYPE_BOXED);
}
// The native value of an instance of a subclass of int, str, tuple, ...; any other v as it is.
static inline Value unbox(Value v) {
    return is_boxed(v) ? ((Value *)cell_of(v))[1] : v;
}
// The self that a method row expects.
static inline Value native_self(const Native *row, Value self);
bool is_subtype(const Type *type, const Type *base);  // by MRO; never raises or allocates
static inline bool is_instance(Value v, const Type *type) { // real type only, no hooks
    const Type *t = type_of(v);
    return t == type || is_subtype(t, type);
}

// ---- functions written in C ---------------------------------------------------------------
// A row of a method or module table is itself a const cell: the callable value.

typedef enum {
    NATIVE_0, NATIVE_1, NATIVE_2, NATIVE_3, // exactly so many positional arguments (self counts)
    NATIVE_VAR, // f(n, args), min..max arguments
    NATIVE_KW,  // f(n, args, kwnames): keyword values follow the n positional ones in args
    NATIVE_GETSET, // an attribute: get(self); with NATIVE_WRITABLE the next row has set(self, v)
    NATIVE_SETTER, // that row; found by nothing else
    NATIVE_MEMBER, // an attribute that is one of the object's words: a member_descriptor in CPython
} NativeKind;

#define NATIVE_MANY 7
enum { // Native.flags
    NATIVE_WHOLE_SELF = 1, // a method of object or the like: self is not unboxed
    NATIVE_WRITABLE = 2,   // an attribute that can be set: a setter follows
};

typedef void (*NativeSetter)(Value self, Value v); // v: ABSENT deletes

struct Native {
    Cell head;       // native_type, native_method_type (unbound method), ...
    union {
        Value (*f0)(void);
        Value (*f1)(Value);
        Value (*f2)(Value, Value);
        Value (*f3)(Value, Value, Value);
        Value (*var)(size_t n, const Value *args);
        Value (*kw)(size_t n, const Value *args, const Tuple *kwnames);
        Value (*get)(Value self);
        NativeSetter set;
    } fn;
    uint16_t name;   // where it is in const_names, in words; see native_name()
    uint8_t kind;
    uint8_t min : 3, max : 3, flags : 2;
};

// What every N_xxx is in: written by tools/make_names.c.
extern const struct ConstNames const_names;

static inline const Str *const_name(size_t place) {
    return (const Str *)((const uintptr_t *)&const_names + place);
}
static inline const Str *native_name(const Native *row) {
    return const_name(row->name);
}

static inline Value native_self(const Native *row, Value self) {
    return row->flags & NATIVE_WHOLE_SELF ? self : unbox(self);
}

// The function that sets the attribute; NULL: read-only.
static inline NativeSetter native_setter(const Native *row) {
    return row->flags & NATIVE_WRITABLE ? row[1].fn.set : NULL;
}
// The row of the next method or attribute.
static inline const Native *native_next(const Native *row) {
    return row + (row->flags & NATIVE_WRITABLE ? 2 : 1);
}

// Rows. NAME is an interned const string N_xxx. Methods count self.
#define NAME_PLACE(NAME) (((const char *)(NAME) - (const char *)&const_names) / WORD_BYTES)
#define NATIVE_ROW(TYPE, NAME, MEMBER, F, KIND, MIN, MAX, FLAGS) \
    {{&TYPE}, {.MEMBER = F}, NAME_PLACE(NAME), KIND, MIN, MAX, FLAGS}
#define METHOD_1(NAME, F) NATIVE_ROW(native_method_type, NAME, f1, F, NATIVE_1, 1, 1, 0)
#define METHOD_2(NAME, F) NATIVE_ROW(native_method_type, NAME, f2, F, NATIVE_2, 2, 2, 0)
#define METHOD_WHOLE_2(NAME, F) \
    NATIVE_ROW(native_method_type, NAME, f2, F, NATIVE_2, 2, 2, NATIVE_WHOLE_SELF)
#define METHOD_3(NAME, F) NATIVE_ROW(native_method_type, NAME, f3, F, NATIVE_3, 3, 3, 0)
#define METHOD_VAR(NAME, F, MIN, MAX) \
    NATIVE_ROW(native_method_type, NAME, var, F, NATIVE_VAR, MIN, MAX, 0)
#define METHOD_KW(NAME, F, MIN, MAX) \
    NATIVE_ROW(native_method_type, NAME, kw, F, NATIVE_KW, MIN, MAX, 0)
#define METHOD_WHOLE_KW(NAME, F, MIN, MAX) \
    NATIVE_ROW(native_method_type, NAME, kw, F, NATIVE_KW, MIN, MAX, NATIVE_WHOLE_SELF)
#define GETTER(NAME, GET) NATIVE_ROW(native_getset_type, NAME, get, GET, NATIVE_GETSET, 1, 1, 0)
#define MEMBER(NAME, GET) NATIVE_ROW(native_getset_type, NAME, get, GET, NATIVE_MEMBER, 1, 1, 0)
#define GETSET(NAME, GET, SET) GETSET_WITH(NAME, GET, SET, 0)
#define GETSET_WITH(NAME, GET, SET, FLAGS) \
    NATIVE_ROW(native_getset_type, NAME, get, GET, NATIVE_GETSET, 1, 1, NATIVE_WRITABLE | FLAGS), \
        NATIVE_ROW(native_getset_type, NAME, set, SET, NATIVE_SETTER, 2, 2, FLAGS)
// First argument is the class (a type value): dict.fromkeys, int.from_bytes.
#define CLASSMETHOD_VAR(NAME, F, MIN, MAX) \
    NATIVE_ROW(native_classmethod_type, NAME, var, F, NATIVE_VAR, MIN, MAX, 0)
#define CLASSMETHOD_KW(NAME, F, MIN, MAX) \
    NATIVE_ROW(native_classmethod_type, NAME, kw, F, NATIVE_KW, MIN, MAX, 0)
// A plain function: rows of module tables, and static methods of types (str.maketrans).
#define FUNCTION_0(NAME, F) NATIVE_ROW(native_type, NAME, f0, F, NATIVE_0, 0, 0, 0)
#define FUNCTION_1(NAME, F) NATIVE_ROW(native_type, NAME, f1, F, NATIVE_1, 1, 1, 0)
#define FUNCTION_2(NAME, F) NATIVE_ROW(native_type, NAME, f2, F, NATIVE_2, 2, 2, 0)
#define FUNCTION_3(NAME, F) NATIVE_ROW(native_type, NAME, f3, F, NATIVE_3, 3, 3, 0)
#define FUNCTION_VAR(NAME, F, MIN, MAX) \
    NATIVE_ROW(native_type, NAME, var, F, NATIVE_VAR, MIN, MAX, 0)
#define FUNCTION_KW(NAME, F, MIN, MAX) \
    NATIVE_ROW(native_type, NAME, kw, F, NATIVE_KW, MIN, MAX, 0)
#define NATIVE_END {{NULL}, {.f0 = NULL}, 0, 0, 0, 0, 0}

#endif
