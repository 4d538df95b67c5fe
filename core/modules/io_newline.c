// SPDX-License-Identifier: MIT
// io_newline.c: the line ends of text streams: what newline= means, and what was met.
#include "error.h"
#include "modules/io.h"
#include "objects/containers.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

static const char *const ends[] = {
    [NEWLINE_ANY] = "", [NEWLINE_LF] = "\n", [NEWLINE_CR] = "\r", [NEWLINE_CRLF] = "\r\n"};

Newline newline_arg(Value v) {
    if (is_none(v)) {
        return NEWLINE_TRANSLATE;
    }
    if (!is_str(unbox(v))) {
        raise_type_error("newline must be str or None, not %T", v);
    }
    const Str *s = str_of(unbox(v));
    for (Newline i = NEWLINE_ANY; i <= NEWLINE_CRLF; i++) {
        if (s->size == strlen(ends[i]) && memcmp(s->text, ends[i], s->size) == 0) {
            return i;
        }
    }
    raise_value_error("illegal newline value: %V", v);
}

Value newline_value(Newline newline) {
    return newline == NEWLINE_TRANSLATE ? NONE : str_from_c(ends[newline]);
}

Value newline_write(Newline newline, Value text) {
    const Str *s = str_of(text);
    if ((newline != NEWLINE_CR && newline != NEWLINE_CRLF) || !memchr(s->text, '\n', s->size)) {
        return text;
    }
    StrBuilder b;
    builder_init(&b, s->size);
    for (size_t i = 0; i < s->size; i++) {
        poll_interrupt();
        if (s->text[i] == '\n') {
            builder_add_c(&b, ends[newline]);
        } else {
            builder_add_byte(&b, (uint8_t)s->text[i]);
        }
    }
    return builder_finish(&b);
}

// One line end at text[i]; moves *i behind it. Its SEEN_ bit.
static unsigned step_over(const Str *s, size_t *i) {
    assert(*i < s->size && (s->text[*i] == '\r' || s->text[*i] == '\n'));
    if (s->text[(*i)++] == '\n') {
        return SEEN_LF;
    }
    if (*i < s->size && s->text[*i] == '\n') {
        ++*i;
        return SEEN_CRLF;
    }
    return SEEN_CR;
}

Value newline_read(Newline newline, Value text, unsigned *seen) {
    assert(newline <= NEWLINE_ANY);
    const Str *s = str_of(text);
    StrBuilder b;
    bool translate = newline == NEWLINE_TRANSLATE && memchr(s->text, '\r', s->size);
    builder_init(&b, translate ? s->size : 0);
    for (size_t i = 0; i < s->size;) {
        poll_interrupt();
        uint8_t c = (uint8_t)s->text[i];
        if (c == '\r' || c == '\n') {
            *seen |= step_over(s, &i);
            c = '\n';
        } else {
            i++;
        }
        if (translate) {
            builder_add_byte(&b, c);
        }
    }
    return translate ? builder_finish(&b) : text;
}

size_t newline_find(Newline newline, const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        poll_interrupt();
        bool lf = text[i] == '\n', cr = text[i] == '\r',
             crlf = cr && i + 1 < size && text[i + 1] == '\n';
        switch (newline) {
        case NEWLINE_CR:
            lf = false;
            crlf = false;
            break;
        case NEWLINE_CRLF:
            lf = false;
            cr = crlf;
            break;
        case NEWLINE_ANY: break;
        default: cr = crlf = false; break;
        }
        if (lf || cr) {
            return i + 1 + crlf;
        }
    }
    return size;
}

Value newlines_seen(unsigned seen) {
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    Value found[3];
    size_t n = 0;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        if (seen >> i & 1) {
            found[n++] = str_from_c(texts[i]);
        }
    }
    return n == 0 ? NONE : n == 1 ? found[0] : tuple_new(found, n);
}
