// SPDX-License-Identifier: MIT
// memoryview.c: the type memoryview: access to the owner's data, items, slices, comparison.
//
// A view of a view refers to the same owner directly, with an export of its own. The export ends
// with release(), `with`, or when the view is collected.
#include "text/memoryview.h"
#include "error.h"
#include "heap/heap.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

// ---- access to the owner ------------------------------------------------------------------------

static void check_alive(const MemoryView *m) {
    if (is_absent(m->owner)) {
        raise_value_error("operation forbidden on released memoryview object");
    }
}

uint8_t *memoryview_data(const MemoryView *m) {
    check_alive(m);
    Buffer buffer;
    buffer_get(m->owner, &buffer, BUFFER_READ);
    size_t extent = m->len ? (m->len - 1) * (size_t)(m->stride < 0 ? -m->stride : m->stride) : 0;
    size_t low = m->stride < 0 ? m->offset - extent : m->offset;
    size_t high = low + extent + (m->len ? m->item_size : 0u);
    if (high > buffer.size) { // the owner broke its promise
        raise_error(&buffer_error_type, "memoryview: the buffer was resized");
    }
    return buffer.data + m->offset;
}

static void export_owner(MemoryView *m, Value owner) {
    assert(is_absent(m->owner));
    Buffer buffer;
    buffer_get(owner, &buffer, BUFFER_EXPORT);
    m->owner = owner;
}

void memoryview_release(MemoryView *m) {
    if (is_present(m->owner)) {
        Buffer buffer;
        Value owner = m->owner;
        m->owner = ABSENT;
        op_of(cell_of(owner)->type->solid->ops, buffer)(owner, &buffer, BUFFER_RELEASE);
    }
}

Value memoryview_part(const MemoryView *m, size_t start, intptr_t step, size_t count) {
    assert(count <= m->len && (count == 0 || start < m->len));
    check_alive(m);
    MemoryView *part = heap_alloc(&memoryview_type, sizeof *part);
    part->offset = m->offset;
    if (count > 0) {
        part->offset += (size_t)((intptr_t)start * m->stride);
    }
    part->len = count;
    part->stride = count > 1 ? m->stride * step : m->stride;
    part->format = m->format;
    part->item_size = m->item_size;
    part->readonly = m->readonly;
    export_owner(part, m->owner);
    return cell_value(part);
}

Value memoryview_new(Value object) {
    Value native = unbox(object);
    if (is_memoryview(native)) {
        const MemoryView *m = memoryview_of(native);
        return memoryview_part(m, 0, 1, m->len);
    }
    Buffer buffer;
    if (!buffer_try(native, &buffer, BUFFER_READ)) {
        raise_type_error("memoryview: a bytes-like object is required, not '%T'", object);
    }
    MemoryView *m = heap_alloc(&memoryview_type, sizeof *m);
    export_owner(m, native);
    buffer_get(native, &buffer, BUFFER_READ); // as it is now, after the allocation
    m->len = buffer.size / buffer.item_size;
    m->stride = buffer.item_size;
    m->format = buffer.format;
    m->item_size = buffer.item_size;
    m->readonly = buffer.readonly;
    return cell_value(m);
}

static const uint8_t *item_at(const MemoryView *m, size_t index) {
    assert(index < m->len);
    return memoryview_data(m) + (intptr_t)index * m->stride;
}

Value memoryview_item(const MemoryView *m, size_t index) {
    assert(index < m->len);
    return buffer_item_get(m->format, m->item_size, item_at(m, index));
}

static void gather(const MemoryView *m, uint8_t *out) {
    assert(is_present(m->owner));
    const uint8_t *data = memoryview_data(m);
    if (memoryview_contiguous(m)) {
        memcpy(out, data, m->len * m->item_size);
        return;
    }
    for (size_t i = 0; i < m->len; i++) {
        poll_interrupt();
        memcpy(out + i * m->item_size, data + (intptr_t)i * m->stride, m->item_size);
    }
}

Value memoryview_bytes(const MemoryView *m) {
    check_alive(m);
    if (m->len == 0) {
        return bytes_new(NULL, 0);
    }
    Bytes *bytes = bytes_alloc(m->len * m->item_size);
    gather(m, bytes->data);
    return cell_value(bytes);
}

// ---- items and slices ---------------------------------------------------------------------------

static const char out_of_bounds[] = "index out of bounds on dimension 1";

static _Noreturn void raise_bad_key(void) {
    raise_type_error("memoryview: invalid slice key");
}

static _Noreturn void raise_many_slices(bool writes) {
    raise_error(&not_implemented_error_type, "%s",
                writes ? "memoryview slice assignments are currently restricted to ndim = 1"
                       : "multi-dimensional slicing is not implemented");
}

// The index in m[(i,)], which one dimension allows; errors of other tuples.
static Value index_of_tuple(const Tuple *t, bool writes) {
    size_t slices = 0, indices = 0;
    for (size_t i = 0; i < t->len; i++) {
        slices += is_exact(t->items[i], &slice_type);
        indices += operand_is_index(t->items[i]);
    }
    if (t->len == 0) {
        raise_error(&not_implemented_error_type, "sub-views are not implemented");
    }
    if (slices == t->len) {
        raise_many_slices(writes);
    }
    if (indices < t->len) {
        raise_bad_key();
    }
    if (t->len > 1) {
        raise_type_error("cannot index 1-dimension view with %z-element tuple", (intptr_t)t->len);
    }
    return t->items[0];
}

static Value plain_key(Value key, bool writes) {
    Value tuple = unbox(key);
    return operand_plain_key(is_tuple(tuple) ? index_of_tuple(tuple_of(tuple), writes) : key);
}

static Value memoryview_getitem(Value self, Value key) {
    const MemoryView *m = memoryview_of(self);
    key = plain_key(key, false);
    check_alive(m);
    if (is_exact(key, &slice_type)) {
        SliceRange r;
        slice_resolve(key, m->len, &r);
        return memoryview_part(m, (size_t)r.start, r.step, r.count);
    }
    if (!is_int(key) && !operand_is_index(key)) {
        raise_bad_key();
    }
    return memoryview_item(m, operand_index(key, m->len, out_of_bounds));
}

static _Noreturn void raise_structures(void) {
    raise_value_error("memoryview assignment: lvalue and rvalue have different structures");
}

static void set_slice(const MemoryView *m, Value key, Value v) {
    Buffer buffer;
    SliceRange r;
    slice_resolve(key, m->len, &r);
    const MemoryView *from = is_memoryview(v) ? memoryview_of(v) : NULL;
    Value copy = from ? memoryview_bytes(from) : v; // a copy: they may overlap
    buffer_get(copy, &buffer, BUFFER_READ);
    char format = from ? from->format : buffer.format;
    if (format != m->format || buffer.size != r.count * m->item_size) {
        raise_structures();
    }
    if (r.count == 0) {
        return;
    }
    uint8_t *data = memoryview_data(m) + r.start * m->stride;
    buffer_get(copy, &buffer, BUFFER_READ);
    if (r.step == 1 && m->stride == m->item_size) {
        memmove(data, buffer.data, buffer.size);
        return;
    }
    if (!from && !is_bytes(v)) { // items one by one from what may be the same memory
        buffer.data = bytes_of(bytes_new(buffer.data, buffer.size))->data;
        data = memoryview_data(m) + r.start * m->stride;
    }
    for (size_t i = 0; i < r.count; i++) { // without polls: all or nothing
        memcpy(data + (intptr_t)i * r.step * m->stride, buffer.data + i * m->item_size,
               m->item_size);
    }
}

static void memoryview_setitem(Value self, Value key, Value v) {
    const MemoryView *m = memoryview_of(self);
    check_alive(m);
    if (m->readonly) {
        raise_type_error("cannot modify read-only memory");
    }
    if (is_absent(v)) {
        raise_type_error("cannot delete memory");
    }
    if (is_exact(key, &slice_type)) { // what is no buffer is told of first
        buffer_get(v, &(Buffer){0}, BUFFER_READ);
    }
    key = plain_key(key, true); // which may have released it
    check_alive(m);
    if (is_exact(key, &slice_type)) {
        set_slice(m, key, v);
        return;
    }
    if (!is_int(key) && !operand_is_index(key)) {
        raise_bad_key();
    }
    size_t index = operand_index(key, m->len, out_of_bounds);
    uint8_t item[8];
    buffer_item_put(m->format, m->item_size, item, v); // user code runs here
    memcpy(memoryview_data(m) + (intptr_t)index * m->stride, item, m->item_size);
}

// ---- comparison ---------------------------------------------------------------------------------

static bool is_float_format(char format) {
    return format == 'f' || format == 'd';
}

static bool equal_items(const MemoryView *a, const MemoryView *b) {
    assert(a->len == b->len);
    bool by_bytes = a->format == b->format && !is_float_format(a->format);
    for (size_t i = 0; i < a->len; i++) {
        poll_interrupt();
        bool equal = by_bytes ? memcmp(item_at(a, i), item_at(b, i), a->item_size) == 0
                              : op_equal(memoryview_item(a, i), memoryview_item(b, i));
        if (!equal) {
            return false;
        }
    }
    return true;
}

static Value memoryview_compare(CompareOp op, Value self, Value other) {
    Buffer buffer;
    const MemoryView *a = memoryview_of(self);
    if (op != CMP_EQ && op != CMP_NE) {
        return NOT_IMPLEMENTED;
    }
    bool released = is_absent(a->owner) ||
                    (is_memoryview(other) && is_absent(memoryview_of(other)->owner));
    if (same(self, other) || released) {
        return bool_value(same(self, other) == (op == CMP_EQ));
    }
    if (!is_memoryview(other) && !buffer_try(other, &buffer, BUFFER_READ)) {
        return NOT_IMPLEMENTED;
    }
    const MemoryView *b = memoryview_of(memoryview_new(other));
    bool equal = a->len == b->len && equal_items(a, b);
    memoryview_release((MemoryView *)b);
    return bool_value(equal == (op == CMP_EQ));
}

static intptr_t memoryview_hash(Value self) {
    const MemoryView *m = memoryview_of(self);
    check_alive(m);
    if (!m->readonly) {
        raise_value_error("cannot hash writable memoryview object");
    }
    if (!strchr("Bbc", m->format)) {
        raise_value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    return op_hash(memoryview_bytes(m));
}

// ---- iterator -----------------------------------------------------------------------------------

static Value iterator_next(Value self) {
    SequenceIterator *it = (SequenceIterator *)cell_of(self);
    if (is_absent(it->sequence)) {
        return ABSENT;
    }
    const MemoryView *m = memoryview_of(it->sequence);
    check_alive(m);
    if (it->index >= m->len) {
        it->sequence = ABSENT;
        return ABSENT;
    }
    return memoryview_item(m, it->index++);
}

static Value iterator_iter(Value self) {
    return self;
}

static void iterator_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((SequenceIterator *)cell)->sequence);
}

static const Ops iterator_ops = {.iter = iterator_iter, .next = iterator_next};
static const Type memory_iterator_type = {
    {&type_type}, N_memory_iterator, &iterator_ops, TYPE_FINAL, sizeof(SequenceIterator), 'h', 0,
    &object_type, &memory_iterator_type, {NULL}, iterator_trace, {NULL}};

static Value memoryview_iter(Value self) {
    check_alive(memoryview_of(self));
    SequenceIterator *it = heap_alloc(&memory_iterator_type, sizeof *it);
    it->sequence = self;
    return cell_value(it);
}

// ---- other operations ---------------------------------------------------------------------------

static Value memoryview_repr(Value self) {
    const Str *address = str_of(int_to_text(int_from_u64((uint64_t)self.bits), 16, false));
    return str_formatted("<%smemory at 0x%S>",
                         is_absent(memoryview_of(self)->owner) ? "released " : "", address);
}

static intptr_t memoryview_len(Value self) {
    check_alive(memoryview_of(self));
    return (intptr_t)memoryview_of(self)->len;
}

static bool memoryview_buffer(Value self, Buffer *out, int flags) {
    const MemoryView *m = memoryview_of(self);
    if (flags & BUFFER_QUIET && (is_absent(m->owner) || !memoryview_contiguous(m))) {
        return false;
    }
    check_alive(m);
    if ((flags & BUFFER_WRITE) && m->readonly) {
        return false;
    }
    if (!memoryview_contiguous(m)) {
        raise_error(&buffer_error_type, "memoryview: underlying buffer is not C-contiguous");
    }
    if (!buffer_try(m->owner, out, flags)) {
        return false;
    }
    *out = (Buffer){memoryview_data(m), m->len * m->item_size, m->owner,
                    m->format, m->item_size, m->readonly};
    return true;
}

static Value memoryview_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_object, ARG_REQUIRED}, {NULL, 0}};
    Value in[1];
    args_parse("memoryview", spec, n, args, kwnames, in);
    return memoryview_new(in[0]);
}

static void memoryview_trace(Cell *cell, Visitor *visitor) {
    visit(visitor, &((MemoryView *)cell)->owner);
}

static void memoryview_finalise(Cell *cell) {
    memoryview_release((MemoryView *)cell);
}

static const Ops memoryview_ops = {
    .repr = memoryview_repr,
    .hash = memoryview_hash,
    .compare = memoryview_compare,
    .getitem = memoryview_getitem,
    .setitem = memoryview_setitem,
    .len = memoryview_len,
    .iter = memoryview_iter,
    .buffer = memoryview_buffer,
    .create = memoryview_create,
};

const Type memoryview_type = {
    {&type_type}, N_memoryview, &memoryview_ops,
    TYPE_FINAL | TYPE_FINALISE | TYPE_WEAK | TYPE_SEQUENCE, sizeof(MemoryView),
    'h', 0, &object_type, &memoryview_type, {memoryview_method_rows}, memoryview_trace,
    {memoryview_finalise}};
