// SPDX-License-Identifier: MIT
// bytearray.c: the type bytearray: its storage, construction and operators.
//
//   ByteArray    {head, storage, size, exports}
//   ByteStorage  {head, capacity, data[capacity]}    NULL while nothing was ever stored
//
// Invariants: size <= capacity; while exports != 0 neither size nor storage changes. A memoryview
// that nobody uses any more exports until it is collected: before BufferError is raised, a
// collection gives such views the chance to go.
#include "text/bytearray.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/bytes_view.h"
#include "text/repr.h"
#include "text/operand.h"
#include <assert.h>

#define SIZE_LIMIT ((size_t)(WORD_BITS == 64 ? 0xffffff00u : 0x7fffff00u))

static const Type storage_type = {
    {&type_type}, N__bytearray_data, NULL, TYPE_TRACE_NONE | TYPE_FINAL, sizeof(ByteStorage), 'h', 0,
    NULL, &storage_type, {NULL}, NULL, {NULL}};

// ---- storage ------------------------------------------------------------------------------------

static size_t capacity_of(const ByteArray *a) {
    return a->storage ? a->storage->capacity : 0;
}

// Finalisers run by a collection may do anything, also to this array.
static void check_size(const ByteArray *a, size_t size) {
    if (a->size != size) {
        raise_runtime_error("bytearray changed size during operation");
    }
}

void bytearray_check_resizable(const ByteArray *a) {
    if (LIKELY(a->exports == 0)) {
        return;
    }
    size_t size = a->size;
    heap_collect();
    if (a->exports != 0) {
        raise_error(&buffer_error_type, "Existing exports of data: object cannot be re-sized");
    }
    check_size(a, size);
}

static void set_capacity(ByteStorage *storage) {
    storage->capacity = heap_cell_size(storage) - offsetof(ByteStorage, data);
}

static ByteStorage *storage_new(size_t size) {
    assert(size > 0);
    if (size > SIZE_LIMIT) {
        raise_memory_error(size);
    }
    ByteStorage *storage = heap_alloc_raw(&storage_type, offsetof(ByteStorage, data) + size);
    set_capacity(storage);
    return storage;
}

// Makes room for `need` bytes in all, with some to spare.
static NOINLINE void grow(ByteArray *a, size_t need) {
    size_t header = offsetof(ByteStorage, data), wish = size_add(need, need / 4 + 8);
    size_t size = a->size;
    ByteStorage *old = a->storage, *fresh = NULL;
    if (wish <= SIZE_LIMIT) {
        if (old && heap_grow(old, header + need, header + wish)) {
            set_capacity(old);
            return;
        }
        fresh = old ? heap_try_alloc(&storage_type, header + wish) : NULL;
        if (!fresh && old && heap_resize(old, header + need)) {
            set_capacity(old);
            return;
        }
    }
    if (fresh) {
        set_capacity(fresh);
    } else {
        fresh = storage_new(need);
    }
    check_size(a, size);
    if (old) {
        assert(old == a->storage && size <= fresh->capacity);
        poll_copy(fresh->data, old->data, size);
        heap_free(old);
    }
    a->storage = fresh;
}

// Gives memory back when far less than half is in use.
static void shrink(ByteArray *a) {
    assert(a->size <= capacity_of(a));
    size_t capacity = capacity_of(a);
    if (a->size == 0 && a->storage) {
        heap_free(a->storage);
        a->storage = NULL;
    } else if (capacity > 64 && a->size < capacity / 4) {
        heap_resize(a->storage, offsetof(ByteStorage, data) + a->size + a->size / 4);
        set_capacity(a->storage);
    }
}

void bytearray_replace(ByteArray *a, size_t from, size_t to, const void *data, size_t size) {
    assert(from <= to && to <= a->size);
    size_t tail = a->size - to, fresh = size_add(from + tail, size);
    if (fresh != a->size) {
        bytearray_check_resizable(a);
    }
    if (fresh > capacity_of(a)) {
        grow(a, fresh);
    }
    if (fresh > 0) {
        uint8_t *bytes = a->storage->data;
        memmove(bytes + from + size, bytes + to, tail);
        if (size > 0) {
            memcpy(bytes + from, data, size);
        }
    }
    bool smaller = fresh < a->size;
    a->size = (uint32_t)fresh;
    if (smaller) {
        shrink(a);
    }
}

void bytearray_set_size(ByteArray *a, size_t size) {
    if (size == a->size) {
        return;
    }
    bytearray_check_resizable(a);
    if (size > capacity_of(a)) {
        grow(a, size);
    }
    if (size > a->size) {
        memset(a->storage->data + a->size, 0, size - a->size);
    }
    bool smaller = size < a->size;
    a->size = (uint32_t)size;
    if (smaller) {
        shrink(a);
    }
}

// ---- construction -------------------------------------------------------------------------------

Value bytearray_new(const void *data, size_t size) {
    ByteStorage *storage = size ? storage_new(size) : NULL;
    if (size && data) {
        poll_copy(storage->data, data, size);
    } else if (size) {
        poll_fill(storage->data, 0, size);
    }
    ByteArray *a = heap_alloc(&bytearray_type, sizeof *a);
    a->storage = storage;
    a->size = (uint32_t)size;
    return cell_value(a);
}

static void bytearray_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    ByteArray *a = bytearray_of(self);
    bool alone = n == 1 && (!kwnames || kwnames->len == 0) && !is_str(unbox(args[0]));
    Value count = alone ? operand_to_index(args[0]) : ABSENT;
    intptr_t size = is_present(count) ? to_intptr(count) : 0;
    if (size < 0) {
        raise_value_error("negative count");
    }
    bytearray_set_size(a, 0);
    if (is_present(count)) {
        bytearray_set_size(a, (size_t)size);
        return;
    }
    Value contents = alone ? bytes_from_items("bytearray", args[0])
                           : bytes_from_arguments("bytearray", n, args, kwnames);
    bytearray_replace(a, 0, a->size, bytes_of(contents)->data, bytes_of(contents)->size);
}

static Value bytearray_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    if (cls != &bytearray_type) {
        return cell_value(cell_new_for(cls));
    }
    Value self = bytearray_new(NULL, 0);
    bytearray_init(self, n, args, kwnames);
    return self;
}

// ---- operations ---------------------------------------------------------------------------------

static Value bytearray_repr(Value self) {
    View view = view_of(self);
    StrBuilder b;
    builder_init(&b, size_add(view.size, 16));
    builder_add_format(&b, "%T(", self);
    repr_add_bytes(&b, view.data, view.size, true);
    builder_add_byte(&b, ')');
    return builder_finish(&b);
}

static intptr_t bytearray_len(Value self) {
    return (intptr_t)bytearray_of(self)->size;
}

static void repeat_in_place(ByteArray *a, size_t count) {
    size_t size = a->size, total = size_mul(size, count);
    if (total <= size) {
        bytearray_set_size(a, total);
        return;
    }
    bytearray_check_resizable(a);
    if (total > capacity_of(a)) {
        grow(a, total);
    }
    operand_fill(a->storage->data + size, a->storage->data, size, total - size);
    a->size = (uint32_t)total; // Ctrl-C before this leaves it as it was
}

static Value bytearray_inplace(BinaryOp op, Value self, Value other) {
    ByteArray *a = bytearray_of(self);
    if (op == OP_ADD) {
        Buffer buffer;
        if (!buffer_try(other, &buffer, BUFFER_READ)) {
            raise_type_error("can't concat %T to %T", other, self);
        }
        if (same(buffer.owner, self) && buffer.size > 0) { // as other += would lend it
            raise_error(&buffer_error_type, "Existing exports of data: object cannot be re-sized");
        }
        bytearray_replace(a, a->size, a->size, buffer.data, buffer.size);
        return self;
    }
    if (op != OP_MUL) {
        return NOT_IMPLEMENTED;
    }
    repeat_in_place(a, operand_repeat_count(other));
    return self;
}

static Value bytearray_getitem(Value self, Value key) {
    key = operand_plain_key(key);
    View view = view_of(self);
    return bytes_get(&view, key, "bytearray", "bytearray index out of range");
}

static Value bytearray_iter(Value self) {
    return bytes_iterator_new(self);
}

static bool bytearray_buffer(Value self, Buffer *out, int flags) {
    ByteArray *a = bytearray_of(self);
    if (flags & BUFFER_RELEASE) {
        assert(a->exports > 0);
        a->exports--;
        return true;
    }
    a->exports += (flags & BUFFER_EXPORT) != 0;
    *out = (Buffer){(uint8_t *)view_of(self).data, a->size, self, 'B', 1, false};
    return true;
}

static void bytearray_trace(Cell *cell, Visitor *visitor) {
    ByteArray *a = (ByteArray *)cell;
    if (a->storage) {
        visit_cell(visitor, &a->storage);
    }
}

static const Ops bytearray_ops = {
    .repr = bytearray_repr,
    .str = bytearray_repr,
    .compare = bytes_compare,
    .hash = hash_unhashable,
    .binary = bytes_binary,
    .inplace = bytearray_inplace,
    .getitem = bytearray_getitem,
    .setitem = bytearray_setitem,
    .contains = bytes_contains,
    .len = bytearray_len,
    .iter = bytearray_iter,
    .buffer = bytearray_buffer,
    .create = bytearray_create,
    .init = bytearray_init,
};

const Type bytearray_type = {
    {&type_type}, N_bytearray, &bytearray_ops, TYPE_UNHASHABLE, sizeof(ByteArray), 'A', 0,
    &object_type, &bytearray_type, {bytearray_method_rows}, bytearray_trace, {NULL}};
