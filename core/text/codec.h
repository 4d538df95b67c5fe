// SPDX-License-Identifier: MIT
// codec.h: text to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32 and the error handlers.
#ifndef CORE_CODEC_H
#define CORE_CODEC_H

#include "text/str.h"

// An argument that names an encoding or an error handler, or NULL if it is ABSENT: TypeError with
// `what` if it is no str, ValueError if it has a NUL.
const Str *codec_argument(Value v, const char *what);
// encoding NULL: utf-8; errors NULL: strict. Raise LookupError for an unknown encoding or (when
// it is needed) error handler, UnicodeEncodeError, UnicodeDecodeError, MemoryError.
Value codec_encode(const Str *s, const Str *encoding, const Str *errors); // bytes
// data stays valid meanwhile (the caller holds its cell).
Value codec_decode(const uint8_t *data, size_t size, const Str *encoding, const Str *errors); // str

// ---- shared by the codecs themselves ------------------------------------------------------------
typedef enum {
    CODEC_UTF8, CODEC_UTF8_SIG, CODEC_ASCII, CODEC_LATIN1,
    CODEC_UTF16, CODEC_UTF16_LE, CODEC_UTF16_BE, CODEC_UTF32, CODEC_UTF32_LE, CODEC_UTF32_BE,
    CODEC_UNKNOWN,
} Codec;

typedef struct Decoder {
    StrBuilder out;
    const uint8_t *data;
    size_t size;
    const char *name; // as errors show it
    const Str *errors;
} Decoder;
// data[start, end) makes no sense: raises, or adds what the error handler says.
void decoder_error(Decoder *d, size_t start, size_t end, const char *reason);
void decode_wide(Decoder *d, Codec codec); // utf-16 and utf-32

typedef struct Encoder {
    StrBuilder out; // bytes
    const Str *text;
    Codec codec;
    const char *name;
    const Str *errors;
} Encoder;
// The characters in [start, end), offsets in bytes, can't be encoded.
void encoder_error(Encoder *e, const char *start, const char *end, const char *reason);
void encoder_put_wide(Encoder *e, uint32_t c); // one code point or lone surrogate
void encode_wide(Encoder *e);

#endif
