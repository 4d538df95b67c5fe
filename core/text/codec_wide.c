// SPDX-License-Identifier: MIT
// codec_wide.c: utf-16 and utf-32 in both byte orders, with and without byte order mark
// (RFC 2781). Without a mark, decoding and encoding assume little-endian.
#include "text/codec.h"
#include "state.h"
#include "text/utf8.h"
#include <assert.h>

static bool is_big_endian(Codec codec) {
    return codec == CODEC_UTF16_BE || codec == CODEC_UTF32_BE;
}

static unsigned unit_size(Codec codec) {
    return codec >= CODEC_UTF32 ? 4 : 2;
}

static uint32_t get_unit(const uint8_t *p, unsigned width, bool big) {
    assert(width == 2 || width == 4);
    uint32_t c = 0;
    for (unsigned i = 0; i < width; i++) {
        c = c << 8 | p[big ? i : width - 1 - i];
    }
    return c;
}

static void put_unit(StrBuilder *b, uint32_t c, unsigned width, bool big) {
    assert(width == 2 || width == 4);
    for (unsigned i = 0; i < width; i++) {
        builder_add_byte(b, (uint8_t)(c >> 8 * (big ? width - 1 - i : i)));
    }
}

// The byte order, and past a byte order mark if the codec looks for one.
static size_t read_mark(const Decoder *d, Codec codec, bool *big) {
    unsigned width = unit_size(codec);
    *big = is_big_endian(codec);
    if ((codec != CODEC_UTF16 && codec != CODEC_UTF32) || d->size < width) {
        return 0;
    }
    *big = get_unit(d->data, width, true) == 0xfeff;
    return *big || get_unit(d->data, width, false) == 0xfeff ? width : 0;
}

// Decodes the low half of a surrogate pair whose high half is at `at`; returns the bytes used.
static size_t decode_pair(Decoder *d, size_t at, uint32_t high, bool big) {
    assert(at + 2 <= d->size && high >= 0xd800 && high < 0xe000);
    if (high >= 0xdc00) {
        decoder_error(d, at, at + 2, "illegal encoding");
        return 2;
    }
    if (d->size - at < 4) {
        decoder_error(d, at, d->size, "unexpected end of data");
        return d->size - at;
    }
    uint32_t low = get_unit(d->data + at + 2, 2, big);
    if (low < 0xdc00 || low > 0xdfff) {
        decoder_error(d, at, at + 2, "illegal UTF-16 surrogate");
        return 2;
    }
    builder_add_char(&d->out, 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
    return 4;
}

void decode_wide(Decoder *d, Codec codec) {
    assert(codec >= CODEC_UTF16 && codec < CODEC_UNKNOWN);
    bool big;
    unsigned width = unit_size(codec);
    size_t at = read_mark(d, codec, &big);
    d->name = width == 2 ? (big ? "utf-16-be" : "utf-16-le") : (big ? "utf-32-be" : "utf-32-le");
    while (at < d->size) {
        poll_interrupt();
        if (d->size - at < width) {
            decoder_error(d, at, d->size, "truncated data");
            break;
        }
        uint32_t c = get_unit(d->data + at, width, big);
        bool surrogate = c >= 0xd800 && c < 0xe000;
        if (width == 2 && surrogate) {
            at += decode_pair(d, at, c, big);
            continue;
        }
        if (surrogate || c > 0x10ffff) {
            decoder_error(d, at, at + width,
                          surrogate ? "code point in surrogate code point range(0xd800, 0xe000)"
                                    : "code point not in range(0x110000)");
        } else {
            builder_add_char(&d->out, c);
        }
        at += width;
    }
}

void encoder_put_wide(Encoder *e, uint32_t c) {
    unsigned width = unit_size(e->codec);
    bool big = is_big_endian(e->codec);
    if (width == 2 && c >= 0x10000) {
        put_unit(&e->out, 0xd7c0 + (c >> 10), 2, big);
        put_unit(&e->out, 0xdc00 | (c & 0x3ff), 2, big);
    } else {
        put_unit(&e->out, c, width, big);
    }
}

void encode_wide(Encoder *e) {
    if (e->codec == CODEC_UTF16 || e->codec == CODEC_UTF32) {
        encoder_put_wide(e, 0xfeff);
    }
    for (const char *at = e->text->text, *end = at + e->text->size; at < end;) {
        poll_pending();
        const char *start = at;
        uint32_t c = utf8_next(&at);
        if (c >= 0xd800 && c < 0xe000) {
            encoder_error(e, start, at, "surrogates not allowed");
        } else {
            encoder_put_wide(e, c);
        }
    }
}
