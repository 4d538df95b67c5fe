// SPDX-License-Identifier: MIT
// io_memory.c: BytesIO and StringIO: streams in memory.
//
// Both keep bytes (of UTF-8 for text) in a storage cell that grows by half. The position of a StringIO
// is a byte offset too; seek() and tell(), which count characters, convert it when there is more than
// ASCII.
#include "error.h"
#include "modules/io.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/reduce.h"
#include "state.h"
#include "text/buffer.h"
#include "text/str.h"
#include <assert.h>

typedef struct MemoryStorage { // internal cell
    Cell head;
    uint8_t data[];
} MemoryStorage;

typedef struct Memory {
    Cell head;
    MemoryStorage *storage; // NULL while empty
    size_t size, pos, room;
    uint32_t exports;       // views of getbuffer(): no resizing meanwhile
    bool text, closed, wide; // wide: there may be other than ASCII
    uint8_t newline : 3;    // StringIO: Newline
    uint8_t line_ends : 3;  // written so far, where newline=None or '': SEEN_LF...
} Memory;

static const Type storage_type = {
    .head = {&type_type}, .name = N__stream_data, .flags = TYPE_TRACE_NONE | TYPE_FINAL,
    .payload = sizeof(MemoryStorage), .letter = 'h', .solid = &storage_type,
};

static Memory *memory_of(Value v) {
    assert(is_kind(v, &bytes_io_type) || is_kind(v, &string_io_type));
    return (Memory *)cell_of(v);
}

static Memory *memory_open(Value self) {
    Memory *m = memory_of(self);
    if (m->closed) {
        raise_value_error("I/O operation on closed file%s", m->text ? "" : ".");
    }
    return m;
}

static void memory_trace(Cell *cell, Visitor *visitor) {
    visit_cell(visitor, &((Memory *)cell)->storage);
}

static void check_exports(const Memory *m) {
    if (m->exports) {
        raise_error(&buffer_error_type, "Existing exports of data: object cannot be re-sized");
    }
}

static void reserve(Memory *m, size_t size) {
    if (size > m->size) {
        check_exports(m);
    }
    if (size <= m->room) {
        return;
    }
    size_t bytes = size_add(sizeof(MemoryStorage), size_add(size, size / 2));
    if (!m->storage || !heap_resize(m->storage, bytes)) {
        MemoryStorage *s = heap_alloc_raw(&storage_type, bytes);
        if (m->storage) {
            memcpy(s->data, m->storage->data, m->size);
        }
        m->storage = s;
    }
    m->room = heap_cell_size(m->storage) - sizeof(MemoryStorage);
    assert(m->room >= size && m->size <= m->room);
}

static const char *text_at(const Memory *m, size_t pos) {
    return m->storage ? (const char *)m->storage->data + pos : "";
}

// Replaces [pos, pos + old) by data, which the caller holds.
static void put(Memory *m, const void *data, size_t size, size_t old) {
    assert(m->pos <= m->size && old <= m->size - m->pos);
    size_t tail = m->size - m->pos - old;
    reserve(m, size_add(m->pos, size_add(size, tail)));
    if (!m->storage) {
        return;
    }
    uint8_t *at = m->storage->data + m->pos;
    if (size != old) {
        memmove(at + size, at + old, tail);
    }
    memcpy(at, data, size);
    m->pos += size;
    m->size = m->pos + tail;
}

// The gap after a seek beyond the end is zeros.
static void fill_gap(Memory *m) {
    if (m->pos > m->size) {
        size_t pos = m->pos;
        reserve(m, pos);
        memset(m->storage->data + m->size, 0, pos - m->size);
        m->size = pos;
    }
}

// Bytes from offset `from` on that hold at most `chars` characters.
static size_t span_of(const Memory *m, size_t from, size_t chars) {
    size_t rest = from < m->size ? m->size - from : 0;
    if (!m->wide) {
        return chars < rest ? chars : rest;
    }
    const char *text = text_at(m, from);
    size_t i = 0;
    while (i < rest && (chars || (text[i] & 0xc0) == 0x80)) {
        poll_interrupt();
        chars -= (text[i++] & 0xc0) != 0x80;
    }
    return i;
}

static size_t count_characters(const Memory *m, size_t from, size_t to) {
    assert(from <= to && to <= m->size);
    if (!m->wide) {
        return to - from;
    }
    size_t n = 0;
    for (size_t i = from; i < to; i++) {
        poll_interrupt();
        n += (*text_at(m, i) & 0xc0) != 0x80;
    }
    return n;
}

// ---- writing ------------------------------------------------------------------------------------------

static Value bytes_write(Value self, Value v) {
    Memory *m = memory_open(self);
    if (is_str(unbox(v))) {
        raise_type_error("a bytes-like object is required, not 'str'");
    }
    Buffer b;
    buffer_get(v, &b, BUFFER_READ);
    check_exports(m); // so that data is no part of this very stream either
    if (b.size) {
        fill_gap(m);
        size_t over = m->size - m->pos;
        put(m, b.data, b.size, over < b.size ? over : b.size);
    }
    return int_from((intptr_t)b.size);
}

// What a StringIO keeps of a text that is written to it.
static const Str *as_kept(Memory *m, Value text) {
    if (m->newline <= NEWLINE_ANY) {
        unsigned seen = m->line_ends;
        text = newline_read(m->newline, text, &seen);
        m->line_ends = seen & 7;
    }
    return str_of(newline_write(m->newline, text));
}

static Value string_write(Value self, Value v) {
    Memory *m = memory_open(self);
    Value text = unbox(v);
    if (!is_str(text)) {
        raise_type_error("string argument expected, got '%T'", v);
    }
    const Str *s = as_kept(m, text);
    if (s->size) {
        m->wide |= !s->ascii;
        fill_gap(m);
        put(m, s->text, s->size, span_of(m, m->pos, str_length(s)));
    }
    return int_from((intptr_t)str_length(str_of(text)));
}

// ---- reading ------------------------------------------------------------------------------------------

static Value take(Memory *m, size_t size) {
    assert(m->pos + size <= m->size);
    Value v = m->text ? str_new(text_at(m, m->pos), size) : bytes_new(text_at(m, m->pos), size);
    m->pos += size;
    return v;
}

static Value memory_read(size_t n, const Value *args) {
    size_t most = io_size_arg(n, args, 1);
    Memory *m = memory_open(args[0]);
    return m->pos >= m->size ? (m->text ? str_value(N__empty) : bytes_new("", 0))
                             : take(m, span_of(m, m->pos, most));
}

static Value read_line(Memory *m, size_t most) {
    if (m->pos >= m->size) {
        return m->text ? str_value(N__empty) : bytes_new("", 0);
    }
    size_t span = span_of(m, m->pos, most);
    const char *from = text_at(m, m->pos), *end = memchr(from, '\n', span);
    if (m->text && m->newline != NEWLINE_TRANSLATE && m->newline != NEWLINE_LF) {
        return take(m, newline_find(m->newline, from, span));
    }
    return take(m, end ? (size_t)(end - from) + 1 : span);
}

static Value memory_readline(size_t n, const Value *args) {
    size_t most = io_size_arg(n, args, 1);
    return read_line(memory_open(args[0]), most);
}

static Value memory_iter(Value self) {
    memory_open(self);
    return self;
}

static Value memory_next(Value self) {
    Memory *m = memory_open(self);
    return m->pos < m->size ? read_line(m, SIZE_MAX) : ABSENT;
}

static Value memory_readinto(size_t n, const Value *args) {
    size_t most = io_size_arg(n, args, 2);
    Memory *m = memory_open(args[0]);
    size_t rest = m->pos < m->size ? m->size - m->pos : 0;
    Buffer b;
    buffer_get(args[1], &b, BUFFER_WRITE);
    most = b.size < most ? b.size : most;
    most = rest < most ? rest : most;
    memmove(b.data, text_at(m, m->pos), most);
    m->pos += most;
    return int_from((intptr_t)most);
}

static Value memory_getvalue(Value self) {
    Memory *m = memory_open(self);
    return m->text ? str_new(text_at(m, 0), m->size) : bytes_new(text_at(m, 0), m->size);
}

// ---- positions ----------------------------------------------------------------------------------------

static Value memory_tell(Value self) {
    Memory *m = memory_open(self);
    size_t inside = m->pos < m->size ? m->pos : m->size;
    return int_from((intptr_t)(count_characters(m, 0, inside) + (m->pos - inside)));
}

static Value memory_seek(size_t n, const Value *args) {
    intptr_t offset = to_intptr(args[1]), whence = n > 2 ? to_intptr(args[2]) : 0;
    Memory *m = memory_open(args[0]);
    if (whence < 0 || whence > 2) {
        raise_value_error("invalid whence (%z, should be 0, 1 or 2)", whence);
    }
    if (m->text && whence && offset) {
        raise_error(&os_error_type, "Can't do nonzero cur-relative seeks");
    }
    if (whence == 0 && offset < 0) {
        raise_value_error(m->text ? "Negative seek position %z" : "negative seek value %z", offset);
    }
    size_t base = whence == 0 ? 0 : whence == 1 ? m->pos : m->size;
    size_t back = offset < 0 ? 0 - (size_t)offset : 0, pos;
    if (whence == 0) {
        size_t span = span_of(m, 0, (size_t)offset), chars = count_characters(m, 0, span);
        pos = span + ((size_t)offset - chars);
    } else {
        pos = back > base ? 0 : base + (size_t)offset;
    }
    if (pos > SIZE_MAX / 4) {
        raise_overflow("new position too large");
    }
    m->pos = pos;
    return memory_tell(args[0]);
}

static Value memory_truncate(size_t n, const Value *args) {
    bool given = n > 1 && !is_none(args[1]);
    intptr_t chars = given ? to_intptr(args[1]) : 0;
    Memory *m = memory_open(args[0]);
    if (chars < 0) {
        raise_value_error("%s size value %z", m->text ? "Negative" : "negative", chars);
    }
    Value result = given ? int_from(chars) : memory_tell(args[0]);
    size_t size = given ? span_of(m, 0, (size_t)chars) : m->pos;
    check_exports(m);
    if (size < m->size && m->pos > size) { // tell() stays the same
        size_t inside = m->pos < m->size ? m->pos : m->size;
        m->pos = size + count_characters(m, size, inside) + (m->pos - inside);
    }
    m->size = size < m->size ? size : m->size;
    return result;
}

// ---- the rest -----------------------------------------------------------------------------------------

static Value memory_close(Value self) {
    Memory *m = memory_of(self);
    check_exports(m);
    m->closed = true;
    m->storage = NULL;
    m->size = m->pos = m->room = 0;
    return NONE;
}

static Value memory_closed(Value self) {
    return bool_value(memory_of(self)->closed);
}

static Value memory_true(Value self) {
    memory_open(self);
    return TRUE;
}

static Value memory_false(Value self) {
    memory_open(self);
    return FALSE;
}

static Value memory_flush(Value self) {
    memory_open(self);
    return NONE;
}

static Value string_newlines(Value self) {
    return newlines_seen(memory_open(self)->line_ends);
}

static Value string_none(Value self) { // encoding, errors
    memory_open(self);
    return NONE;
}

static Value bytes_getbuffer(Value self) {
    memory_open(self);
    return op_call_1(type_value(&memoryview_type), self);
}

static bool memory_buffer(Value self, Buffer *out, int flags) {
    Memory *m = memory_of(self);
    if (m->text) {
        return false;
    }
    if (flags & BUFFER_RELEASE) {
        assert(m->exports > 0);
        m->exports--;
        return true;
    }
    memory_open(self);
    m->exports += flags & BUFFER_EXPORT ? 1 : 0;
    *out = (Buffer){(uint8_t *)(uintptr_t)text_at(m, 0), m->size, self, 'B', 1, false};
    return true;
}

static Value memory_create(const Type *cls, size_t n, const Value *args, const Tuple *kwnames) {
    Value v = cell_value(cell_new_for(cls));
    Memory *m = memory_of(v);
    m->text = is_subtype(cls, &string_io_type);
    if (cls == &string_io_type || cls == &bytes_io_type) {
        op_of(cls->ops, init)(v, n, args, kwnames);
    }
    return v;
}

// An int, as in MicroPython, is room to be made.
static bool reserve_given(Memory *m, Value v) {
    if (!is_integer(v)) {
        return false;
    }
    intptr_t room = to_intptr(v);
    reserve(m, room < 0 ? 0 : (size_t)room);
    return true;
}

// Before __init__ fills it (again).
static Memory *memory_empty(Value self) {
    Memory *m = memory_of(self);
    check_exports(m);
    m->size = m->pos = 0;
    return m;
}

static void bytes_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_initial_bytes, 0}, {NULL, 0}};
    Value in[1];
    args_parse("BytesIO", spec, n, args, kwnames, in);
    Memory *m = memory_empty(self);
    if (is_absent(in[0]) || is_none(in[0]) || reserve_given(m, in[0])) {
        return;
    }
    bytes_write(self, in[0]);
    m->pos = 0;
}

static void string_init(Value self, size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_initial_value, 0}, {N_newline, 0}, {NULL, 0}};
    Value in[2];
    args_parse("StringIO", spec, n, args, kwnames, in);
    Memory *m = memory_empty(self);
    m->newline = (is_absent(in[1]) ? NEWLINE_LF : newline_arg(in[1])) & 7;
    m->line_ends = 0;
    if (is_absent(in[0]) || is_none(in[0]) || reserve_given(m, in[0])) {
        return;
    }
    if (!is_str(unbox(in[0]))) {
        raise_type_error("initial_value must be str or None, not %T", in[0]);
    }
    string_write(self, in[0]);
    m->pos = 0;
}

// ---- state ------------------------------------------------------------------------------------------

// A copy of the attributes, of an instance of a derived class; None if there are none.
static Value attributes_of(Value self) {
    Value state = object_getstate(self);
    Value own = is_tuple(state) ? tuple_of(state)->items[0] : state;
    return is_none(own) ? NONE : cell_value(dict_copy(dict_of(own)));
}

// (value, position, attributes), of a StringIO (value, newline, position, attributes).
static Value memory_getstate(Value self) {
    Value value = memory_getvalue(self), place = memory_tell(self), own = attributes_of(self);
    if (!memory_of(self)->text) {
        return tuple_new((Value[]){value, place, own}, 3);
    }
    Value newline = newline_value(memory_of(self)->newline);
    return tuple_new((Value[]){value, newline, place, own}, 4);
}

static const Tuple *state_items(Value self, Value state, size_t n) {
    if (!is_tuple(unbox(state)) || tuple_of(unbox(state))->len < n) {
        raise_type_error("%S.__setstate__ argument should be %z-tuple, got %T",
                         type_of(self)->solid->name, (intptr_t)n, state);
    }
    memory_open(self);
    return tuple_of(unbox(state));
}

static void set_place_and_attributes(Value self, Value place, Value attributes) {
    if (!is_integer(place)) {
        raise_type_error("position in state must be an integer, not %T", place);
    }
    if (to_intptr(place) < 0) {
        raise_value_error("position value cannot be negative");
    }
    memory_seek(2, (Value[]){self, place});
    if (!is_none(attributes) && !is_instance(attributes, &dict_type)) {
        raise_type_error("last item of state should be a dict, got a %T", attributes);
    }
    if (!is_none(attributes) && has_shape(self) && instance_has_dict(self)) {
        dict_update(instance_dict(self), attributes);
    }
}

static Value bytes_setstate(Value self, Value state) {
    const Tuple *items = state_items(self, state, 3);
    memory_empty(self);
    bytes_write(self, items->items[0]);
    set_place_and_attributes(self, items->items[1], items->items[2]);
    return NONE;
}

static Value string_setstate(Value self, Value state) {
    const Tuple *items = state_items(self, state, 4);
    Newline newline = newline_arg(items->items[1]);
    if (!is_none(items->items[0]) && !is_str(unbox(items->items[0]))) {
        raise_type_error("initial_value must be str or None, not %T", items->items[0]);
    }
    Memory *m = memory_empty(self);
    m->line_ends = 0;
    m->newline = (newline < NEWLINE_CR ? newline : NEWLINE_LF) & 7; // the line ends are there already
    if (!is_none(items->items[0])) {
        string_write(self, items->items[0]);
    }
    m->newline = newline & 7;
    set_place_and_attributes(self, items->items[2], items->items[3]);
    return NONE;
}

#define COMMON_METHODS \
    METHOD_VAR(N_read, memory_read, 1, 2), METHOD_VAR(N_readline, memory_readline, 1, 2), \
    METHOD_1(N_getvalue, memory_getvalue), METHOD_1(N_tell, memory_tell), \
    METHOD_VAR(N_seek, memory_seek, 2, 3), METHOD_VAR(N_truncate, memory_truncate, 1, 2), \
    METHOD_VAR(N_readinto, memory_readinto, 2, 3), METHOD_1(N_close, memory_close), \
    METHOD_1(N_flush, memory_flush), METHOD_1(N_readable, memory_true), \
    METHOD_1(N_writable, memory_true), METHOD_1(N_seekable, memory_true), \
    METHOD_1(N_isatty, memory_false), GETTER(N_closed, memory_closed), \
    METHOD_1(N___getstate__, memory_getstate), NATIVE_END

static const Native bytes_methods[] = {
    METHOD_2(N_write, bytes_write), METHOD_VAR(N_read1, memory_read, 1, 2),
    METHOD_1(N_getbuffer, bytes_getbuffer), METHOD_2(N___setstate__, bytes_setstate),
    COMMON_METHODS,
};
static const Native string_methods[] = {
    METHOD_2(N_write, string_write), GETTER(N_encoding, string_none), GETTER(N_errors, string_none),
    GETTER(N_newlines, string_newlines), GETTER(N_line_buffering, memory_false),
    METHOD_2(N___setstate__, string_setstate), COMMON_METHODS,
};

static const Ops bytes_io_ops = {
    .iter = memory_iter, .next = memory_next, .buffer = memory_buffer, .create = memory_create,
    .init = bytes_init,
};
static const Ops string_io_ops = {
    .iter = memory_iter, .next = memory_next, .create = memory_create, .init = string_init,
};

const Type bytes_io_type = {
    {&type_type}, N_BytesIO, &bytes_io_ops, TYPE_WEAK, sizeof(Memory), 'h', 0, &buffered_io_base_type,
    &bytes_io_type, {bytes_methods}, memory_trace, {NULL},
};
const Type string_io_type = {
    {&type_type}, N_StringIO, &string_io_ops, TYPE_WEAK, sizeof(Memory), 'h', 0, &text_io_base_type,
    &string_io_type, {string_methods}, memory_trace, {NULL},
};
