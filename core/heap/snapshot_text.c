// SPDX-License-Identifier: MIT
// snapshot_text.c: a few characters that show the value of a cell, made without running Python
// code.
#include "heap/snapshot.h"
#include "number/decimal.h"
#include "objects/class.h"
#include "objects/number.h"
#include "text/buffer.h"
#include "vm/function.h"

#define MOST 40 // characters

typedef struct Brief {
    Lines *l;
    unsigned left; // characters that may still be written
} Brief;

static void add_char(Brief *b, uint32_t c) {
    if (b->left) {
        b->left--;
        lines_char(b->l, b->left ? c : 0x2026); // the last one is an ellipsis
    }
}

static void add(Brief *b, const char *text) {
    for (; *text; text++) {
        add_char(b, (uint8_t)*text);
    }
}

static void add_str(Brief *b, const Str *s) {
    for (const char *p = s->text, *end = p + s->size; p < end && b->left;) {
        add_char(b, utf8_next(&p));
    }
}

static void add_hex(Brief *b, uint8_t byte) {
    add_char(b, "0123456789abcdef"[byte >> 4]);
    add_char(b, "0123456789abcdef"[byte & 15]);
}

static void add_number(Brief *b, uint64_t n) {
    char digits[21] = "";
    size_t i = sizeof digits - 1;
    do {
        digits[--i] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    add(b, digits + i);
}

// One character of a literal, escaped as Python does for the commonest ones.
static void add_escaped(Brief *b, uint32_t c) {
    static const char from[] = "\n\r\t\\'", to[] = "nrt\\'";
    const char *p = c && c < 128 ? strchr(from, (int)c) : NULL;
    if (p) {
        add_char(b, '\\');
        add_char(b, (uint8_t)to[p - from]);
    } else if (c < ' ' || c == 127) {
        add(b, "\\x");
        add_hex(b, (uint8_t)c);
    } else {
        add_char(b, c);
    }
}

static void add_text(Brief *b, const Str *s) {
    if (utf8_check(s->text, s->size, true) < s->size) {
        return; // still being built
    }
    add_char(b, '\'');
    for (const char *p = s->text, *end = p + s->size; p < end && b->left;) {
        add_escaped(b, utf8_next(&p));
    }
    add_char(b, '\'');
}

static void add_bytes(Brief *b, const uint8_t *data, size_t size) {
    add(b, "b'");
    for (size_t i = 0; i < size && b->left; i++) {
        if (data[i] < 128) {
            add_escaped(b, data[i]);
        } else {
            add(b, "\\x");
            add_hex(b, data[i]);
        }
    }
    add_char(b, '\'');
}

static void add_float(Brief *b, Float x) {
    char text[64];
    if (x != x || x - x != 0) {
        add(b, x != x ? "nan" : x > 0 ? "inf" : "-inf");
        return;
    }
    size_t n = decimal_format(text, sizeof text, (double)x, 0, 'r', DECIMAL_ADD_DOT_0);
    text[n] = 0;
    add(b, text);
}

static void add_int(Brief *b, const BigInt *n) {
    int64_t small;
    if (int_to_i64(cell_value(n), &small)) {
        add(b, small < 0 ? "-" : "");
        add_number(b, small < 0 ? 0 - (uint64_t)small : (uint64_t)small);
        return;
    }
    bool started = false;
    add(b, n->negative ? "-0x" : "0x");
    for (size_t i = n->count; i-- > 0 && b->left;) {
        for (unsigned byte = sizeof(Limb); byte-- > 0;) {
            uint8_t two = (uint8_t)(n->limbs[i] >> 8 * byte);
            started |= two != 0;
            if (started) {
                add_hex(b, two);
            }
        }
    }
}

static void add_count(Brief *b, size_t n) {
    add(b, "len ");
    add_number(b, n);
}

static void add_code(Brief *b, const Code *c) {
    if (!code_is_whole(c)) {
        return; // the holder is dead, and the code was given back
    }
    add_str(b, code_own_name(c));
    add(b, " ");
    add_str(b, code_file(c));
    add(b, ":");
    add_number(b, code_first_line(c));
}

// ---- what can be shown of which type
// ---------------------------------------------------------------------

static bool is_shown(const Cell *c) {
    static const Type *const shown[] = {
        &str_type,      &bytes_type, &bytearray_type, &int_type,       &float_type,
        &function_type, &code_type,  &module_type,    &list_type,      &tuple_type,
        &dict_type,     &set_type,   &shape_type,     &generator_type, &frozenset_type,
    };
    for (size_t i = 0; i < COUNT_OF(shown); i++) {
        if (c->type == shown[i]) {
            return true;
        }
    }
    return c->type->flags & TYPE_TYPE;
}

static void add_data(Brief *b, const Cell *c) { // text, bytes and numbers
    const ByteArray *a = (const ByteArray *)c;
    if (c->type == &str_type) {
        add_text(b, (const Str *)c);
    } else if (c->type == &bytes_type) {
        add_bytes(b, ((const Bytes *)c)->data, ((const Bytes *)c)->size);
    } else if (c->type == &bytearray_type) {
        add_bytes(b, a->storage ? a->storage->data : NULL, a->storage ? a->size : 0);
    } else if (c->type == &int_type) {
        add_int(b, (const BigInt *)c);
    } else if (c->type == &float_type) {
        add_float(b, ((const FloatCell *)c)->value);
    }
}

static void add_name(Brief *b, const Cell *c) { // what has a name
    if (c->type == &function_type) {
        add_code(b, ((const Function *)c)->code);
    } else if (c->type == &generator_type) {
        add_code(b, ((const Generator *)c)->function->code);
    } else if (c->type == &code_type) {
        add_code(b, (const Code *)c);
    } else if (c->type == &module_type) {
        add_str(b, ((const Module *)c)->name);
    } else if (c->type == &shape_type) {
        add_str(b, ((const Shape *)c)->cls->name);
    } else if (c->type->flags & TYPE_TYPE) {
        add_str(b, ((const Type *)c)->name);
    }
}

static void add_container(Brief *b, const Cell *c) {
    if (c->type == &list_type) {
        add_count(b, ((const List *)c)->len);
    } else if (c->type == &tuple_type) {
        add_count(b, ((const Tuple *)c)->len);
    } else if (c->type == &dict_type || c->type == &set_type || c->type == &frozenset_type) {
        add_count(b, table_live((const TableOwner *)c));
    }
}

void snapshot_repr(Lines *l, const Cell *cell) {
    if (!is_shown(cell)) {
        return;
    }
    Brief b = {l, MOST};
    lines_key(l, "repr");
    lines_raw(l, "\"");
    add_data(&b, cell);
    add_name(&b, cell);
    add_container(&b, cell);
    lines_raw(l, "\"");
}
