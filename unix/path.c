// SPDX-License-Identifier: MIT
// path.c: path names between Python and the system: bytes that are no UTF-8 come as lone surrogates.
#include "error.h"
#include "text/buffer.h"
#include "text/codec.h"
#include "unix/file.h"

const char *path_arg(Value v, Value *hold) {
    Value path = unbox(op_fspath(v));
    if (is_str(path) && utf8_check(str_of(path)->text, str_of(path)->size, false) < str_of(path)->size) {
        path = codec_encode(str_of(path), NULL, N_surrogateescape);
    }
    *hold = path;
    const char *text = is_str(path) ? str_of(path)->text : (const char *)bytes_of(path)->data;
    size_t size = is_str(path) ? str_of(path)->size : bytes_of(path)->size;
    if (strlen(text) != size) {
        raise_value_error("embedded null byte");
    }
    files_push(); // whoever looks at a path sees what was written
    return text;
}

Value path_result(const char *text, bool bytes) {
    size_t size = strlen(text);
    return bytes ? bytes_new(text, size)
                 : codec_decode((const uint8_t *)text, size, NULL, N_surrogateescape);
}
