// SPDX-License-Identifier: MIT
// json.h: what the files of the module json share.
#ifndef CORE_MODULES_JSON_H
#define CORE_MODULES_JSON_H

#include "error.h"
#include "text/str.h"

typedef struct JsonWriter {
    Value fallback;      // default=: called for what has no form in JSON; ABSENT: none
    Value write;         // where the text goes piece by piece; ABSENT: it is collected
    const Str *indent;   // one level of it; NULL: everything on one line
    const Str *item_separator, *key_separator;
    bool skip_keys, ensure_ascii, allow_nan, sort_keys;
    StrBuilder out;      // what was not yet written
} JsonWriter;
// Adds v to w->out, or hands it to w->write. Runs user code. TypeError, ValueError.
void json_write(JsonWriter *w, Value v);

typedef struct JsonHooks { // all ABSENT if not given
    Value object, pairs, parse_float, parse_int, parse_constant;
    bool strict; // no control characters in strings
} JsonHooks;
// The value of a whole text. JSONDecodeError; runs the hooks.
Value json_read(const Str *text, const JsonHooks *hooks);

extern const Type json_error_type; // JSONDecodeError
// `at`: offset in bytes.
_Noreturn void raise_json_error(const char *message, const Str *text, size_t at);

#endif
