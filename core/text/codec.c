// SPDX-License-Identifier: MIT
// codec.c: encodings by name, error handlers, and the codecs utf-8, ascii and latin-1.
// Text without characters that need a handler is copied in one piece.
#include "text/codec.h"
#include "error.h"
#include "objects/exception.h"
#include "objects/number.h"
#include "state.h"
#include "text/buffer.h"
#include "text/repr.h"
#include "text/utf8.h"
#include <assert.h>

static const struct {
    const char *name; // lower case, '_' for '-' and ' '
    uint8_t codec;
} aliases[] = {
    {"utf_8", CODEC_UTF8},          {"utf8", CODEC_UTF8},
    {"u8", CODEC_UTF8},             {"utf", CODEC_UTF8},
    {"utf_8_sig", CODEC_UTF8_SIG},  {"utf8_sig", CODEC_UTF8_SIG},
    {"ascii", CODEC_ASCII},         {"us_ascii", CODEC_ASCII},
    {"646", CODEC_ASCII},           {"latin_1", CODEC_LATIN1},
    {"latin1", CODEC_LATIN1},       {"iso_8859_1", CODEC_LATIN1},
    {"iso8859_1", CODEC_LATIN1},    {"l1", CODEC_LATIN1},
    {"latin", CODEC_LATIN1},        {"8859", CODEC_LATIN1},
    {"utf_16", CODEC_UTF16},        {"utf16", CODEC_UTF16},
    {"utf_16_le", CODEC_UTF16_LE},  {"utf_16le", CODEC_UTF16_LE},
    {"utf_16_be", CODEC_UTF16_BE},  {"utf_16be", CODEC_UTF16_BE},
    {"utf_32", CODEC_UTF32},        {"utf32", CODEC_UTF32},
    {"utf_32_le", CODEC_UTF32_LE},  {"utf_32le", CODEC_UTF32_LE},
    {"utf_32_be", CODEC_UTF32_BE},  {"utf_32be", CODEC_UTF32_BE},
};

static const char *const codec_names[] = {
    "utf-8",     "utf-8",  "ascii",     "latin-1",   "utf-16", "utf-16-le",
    "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
};

const Str *codec_argument(Value v, const char *what) {
    const Str *s = is_present(v) ? str_arg(v, what) : NULL;
    if (s && strlen(s->text) != s->size) {
        raise_value_error("embedded null character");
    }
    return s;
}

static Codec codec_find(const Str *encoding) {
    if (!encoding) {
        return CODEC_UTF8;
    }
    char name[16];
    if (encoding->size < sizeof name) {
        for (size_t i = 0; i <= encoding->size; i++) {
            char c = encoding->text[i];
            name[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '-' || c == ' ' ? '_' : c;
        }
        for (size_t i = 0; i < COUNT_OF(aliases); i++) {
            if (strcmp(name, aliases[i].name) == 0) {
                return aliases[i].codec;
            }
        }
    }
    raise_error(&lookup_error_type, "unknown encoding: %S", encoding);
}

// ---- error handlers -----------------------------------------------------------------------------

typedef enum {
    ERRORS_STRICT, ERRORS_IGNORE, ERRORS_REPLACE, ERRORS_BACKSLASH, ERRORS_ESCAPE, ERRORS_PASS,
    ERRORS_XML,
} Handler;

static Handler handler_find(const Str *errors) {
    static const char *const names[] = {"strict",          "ignore",        "replace",
                                        "backslashreplace", "surrogateescape", "surrogatepass",
                                        "xmlcharrefreplace"};
    if (!errors) {
        return ERRORS_STRICT;
    }
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strcmp(errors->text, names[i]) == 0) {
            return (Handler)i;
        }
    }
    raise_error(&lookup_error_type, "unknown error handler name '%S'", errors);
}

static _Noreturn void raise_codec_error(const Type *type, const char *encoding, Value object,
                                        size_t start, size_t end, const char *reason) {
    assert(start <= end);
    Value args[5] = {str_from_c(encoding), object, int_from((intptr_t)start),
                     int_from((intptr_t)end), str_from_c(reason)};
    raise_value(exception_new(type, 5, args));
}

void decoder_error(Decoder *d, size_t start, size_t end, const char *reason) {
    assert(start < end && end <= d->size);
    Handler handler = handler_find(d->errors);
    const uint8_t *bad = d->data + start;
    switch (handler) {
    case ERRORS_IGNORE:
        return;
    case ERRORS_REPLACE:
        builder_add_char(&d->out, 0xfffd);
        return;
    case ERRORS_BACKSLASH:
        for (size_t i = 0; i < end - start; i++) {
            repr_add_escape(&d->out, bad[i]);
        }
        return;
    case ERRORS_ESCAPE:
        if (bad[0] < 0x80) {
            break;
        }
        for (size_t i = 0; i < end - start; i++) {
            builder_add_char(&d->out, bad[i] < 0x80 ? bad[i] : 0xdc00u + bad[i]);
        }
        return;
    case ERRORS_XML:
        raise_type_error("don't know how to handle UnicodeDecodeError in error callback");
    case ERRORS_STRICT:
    case ERRORS_PASS:
        break;
    }
    raise_codec_error(&unicode_decode_error_type, d->name, bytes_new(d->data, d->size), start, end,
                      reason);
}

static void encoder_put(Encoder *e, uint32_t c) {
    assert(c <= 0x10ffff);
    if (e->codec >= CODEC_UTF16) {
        encoder_put_wide(e, c);
    } else {
        builder_add_byte(&e->out, (uint8_t)c);
    }
}

// Adds ASCII text in the target encoding.
static void encoder_put_text(Encoder *e, const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        encoder_put(e, (unsigned char)text[i]);
    }
}

// The replacement of one character; false if the handler can't do it.
static bool encoder_replace(Encoder *e, Handler handler, uint32_t c) {
    bool surrogate = c >= 0xd800 && c < 0xe000;
    switch (handler) {
    case ERRORS_IGNORE:
        return true;
    case ERRORS_REPLACE:
        encoder_put(e, '?');
        return true;
    case ERRORS_ESCAPE:
        if (c >= 0xdc80 && c < 0xdd00 && e->codec < CODEC_UTF16) {
            builder_add_byte(&e->out, (uint8_t)c);
            return true;
        }
        return false;
    case ERRORS_PASS:
        if (surrogate && e->codec <= CODEC_UTF8_SIG) {
            builder_add_char(&e->out, c);
        } else if (surrogate && e->codec >= CODEC_UTF16) {
            encoder_put_wide(e, c);
        }
        return surrogate && e->codec != CODEC_ASCII && e->codec != CODEC_LATIN1;
    default:
        break;
    }
    StrBuilder b;
    builder_init(&b, 12);
    if (handler == ERRORS_XML) {
        builder_add_format(&b, "&#%d;", (int)c);
    } else {
        repr_add_escape(&b, c);
    }
    encoder_put_text(e, b.str->text, b.size);
    return true;
}

void encoder_error(Encoder *e, const char *start, const char *end, const char *reason) {
    assert(start <= end);
    Handler handler = handler_find(e->errors);
    const char *at = start;
    bool done = handler != ERRORS_STRICT;
    while (done && at < end) {
        poll_interrupt();
        start = at;
        done = encoder_replace(e, handler, utf8_next(&at));
    }
    if (!done) {
        size_t from = utf8_count(e->text->text, (size_t)(start - e->text->text));
        size_t to = from + utf8_count(start, (size_t)(end - start));
        raise_codec_error(&unicode_encode_error_type, e->name, str_value(e->text), from, to,
                          reason);
    }
}

// ---- decoding -----------------------------------------------------------------------------------

static bool is_surrogate_bytes(const uint8_t *s, size_t size) {
    return size >= 3 && s[0] == 0xed && s[1] >= 0xa0 && s[1] <= 0xbf && (s[2] & 0xc0) == 0x80;
}

static void decode_utf8(Decoder *d) {
    const char *text = (const char *)d->data;
    for (size_t at = 0; at < d->size;) {
        poll_interrupt();
        size_t run = utf8_check(text + at, d->size - at, false);
        builder_add(&d->out, text + at, run);
        at += run;
        if (at == d->size) {
            break;
        }
        if (is_surrogate_bytes(d->data + at, d->size - at) && d->errors &&
            handler_find(d->errors) == ERRORS_PASS) {
            builder_add(&d->out, text + at, 3);
            at += 3;
            continue;
        }
        Utf8Fault fault = utf8_fault(text, d->size, at);
        decoder_error(d, at, at + fault.length, fault.reason);
        at += fault.length;
    }
}

static void decode_ascii(Decoder *d) {
    for (size_t at = 0; at < d->size; at++) {
        poll_interrupt();
        if (d->data[at] < 0x80) {
            builder_add_byte(&d->out, d->data[at]);
        } else {
            decoder_error(d, at, at + 1, "ordinal not in range(128)");
        }
    }
}

static void decode_latin1(Decoder *d) {
    for (size_t at = 0; at < d->size; at++) {
        poll_interrupt();
        builder_add_char(&d->out, d->data[at]);
    }
}

// Whole text that needs no handler; ABSENT if it does.
static Value decode_plain(const uint8_t *data, size_t size, Codec codec) {
    const char *text = (const char *)data;
    bool plain = codec <= CODEC_UTF8_SIG ? utf8_check(text, size, false) == size
                                         : codec <= CODEC_LATIN1 && utf8_is_ascii(text, size);
    return plain ? str_new(text, size) : ABSENT;
}

Value codec_decode(const uint8_t *data, size_t size, const Str *encoding, const Str *errors) {
    if (size == 0) { // in any encoding, known or not
        return str_value(N__empty);
    }
    Codec codec = codec_find(encoding);
    if (codec == CODEC_UTF8_SIG && size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) {
        data += 3;
        size -= 3;
    }
    if (size == 0) {
        return str_value(N__empty);
    }
    Value whole = decode_plain(data, size, codec);
    if (is_present(whole)) {
        return whole;
    }
    Decoder d = {.data = data, .size = size, .name = codec_names[codec], .errors = errors};
    builder_init(&d.out, size);
    if (codec >= CODEC_UTF16) {
        decode_wide(&d, codec);
    } else if (codec == CODEC_ASCII) {
        decode_ascii(&d);
    } else if (codec == CODEC_LATIN1) {
        decode_latin1(&d);
    } else {
        decode_utf8(&d);
    }
    return builder_finish(&d.out);
}

// ---- encoding -----------------------------------------------------------------------------------

static bool can_encode(Codec codec, uint32_t c) {
    return codec == CODEC_ASCII    ? c < 0x80
           : codec == CODEC_LATIN1 ? c < 0x100
                                   : c < 0xd800 || c >= 0xe000;
}

// Characters from `at` on that can't be encoded: the end of their run.
static const char *bad_run(const Encoder *e, const char *at) {
    const char *end = e->text->text + e->text->size;
    while (at < end) {
        poll_interrupt();
        const char *next = at;
        if (can_encode(e->codec, utf8_next(&next))) {
            break;
        }
        at = next;
    }
    return at;
}

static void encode_narrow(Encoder *e) {
    const char *reason = e->codec == CODEC_ASCII    ? "ordinal not in range(128)"
                         : e->codec == CODEC_LATIN1 ? "ordinal not in range(256)"
                                                    : "surrogates not allowed";
    for (const char *at = e->text->text, *end = at + e->text->size; at < end;) {
        poll_interrupt();
        const char *next = at;
        uint32_t c = utf8_next(&next);
        if (!can_encode(e->codec, c)) {
            next = bad_run(e, at);
            encoder_error(e, at, next, reason);
        } else if (e->codec <= CODEC_UTF8_SIG) {
            builder_add_char(&e->out, c);
        } else {
            builder_add_byte(&e->out, (uint8_t)c);
        }
        at = next;
    }
}

Value codec_encode(const Str *s, const Str *encoding, const Str *errors) {
    Codec codec = codec_find(encoding);
    bool utf8 = codec == CODEC_UTF8 && (s->ascii || utf8_check(s->text, s->size, false) == s->size);
    if (utf8 || (s->ascii && (codec == CODEC_ASCII || codec == CODEC_LATIN1))) {
        return bytes_new(s->text, s->size);
    }
    Encoder e = {.text = s, .codec = codec, .name = codec_names[codec], .errors = errors};
    builder_init(&e.out, size_add(s->size, 4));
    if (codec >= CODEC_UTF16) {
        encode_wide(&e);
    } else {
        builder_add_c(&e.out, codec == CODEC_UTF8_SIG ? "\xef\xbb\xbf" : "");
        encode_narrow(&e);
    }
    return builder_finish_bytes(&e.out);
}
