// SPDX-License-Identifier: MIT
// str_test.c: methods of str that ask what its characters are: isalpha, isdigit, istitle...
#include "state.h"
#include "text/str_methods.h"
#include "text/unicode.h"
#include "text/utf8.h"

// Does every character satisfy `test`? False for empty text.
static Value all(Value self, bool (*test)(uint32_t c)) {
    const Str *s = str_of(self);
    for (const char *at = s->text, *end = at + s->size; at < end;) {
        poll_interrupt();
        if (!test(utf8_next(&at))) {
            return FALSE;
        }
    }
    return bool_value(s->size > 0);
}

static bool is_alnum(uint32_t c) {
    return unicode_is_alnum(c);
}

static bool is_alpha(uint32_t c) {
    return unicode_is_alpha(c);
}

static bool is_decimal(uint32_t c) {
    return unicode_is_decimal(c);
}

static bool is_digit(uint32_t c) {
    return unicode_is_digit(c);
}

static bool is_numeric(uint32_t c) {
    return unicode_is_numeric(c);
}

static bool is_space(uint32_t c) {
    return unicode_is_space(c);
}

static bool is_printable(uint32_t c) {
    return unicode_is_printable(c);
}

Value str_isalnum(Value self) {
    return all(self, is_alnum);
}

Value str_isalpha(Value self) {
    return all(self, is_alpha);
}

Value str_isdecimal(Value self) {
    return all(self, is_decimal);
}

Value str_isdigit(Value self) {
    return all(self, is_digit);
}

Value str_isnumeric(Value self) {
    return all(self, is_numeric);
}

Value str_isspace(Value self) {
    return all(self, is_space);
}

Value str_isprintable(Value self) {
    return str_of(self)->size == 0 ? TRUE : all(self, is_printable);
}

Value str_isascii(Value self) {
    return bool_value(str_of(self)->ascii);
}

Value str_isidentifier(Value self) {
    const Str *s = str_of(self);
    const char *at = s->text, *end = at + s->size;
    if (at == end || !unicode_is_xid_start(utf8_next(&at))) {
        return FALSE;
    }
    while (at < end) {
        poll_interrupt();
        if (!unicode_is_xid_continue(utf8_next(&at))) {
            return FALSE;
        }
    }
    return TRUE;
}

// At least one cased character, and none of the other cases.
static Value one_case(Value self, bool upper) {
    const Str *s = str_of(self);
    bool cased = false;
    for (const char *at = s->text, *end = at + s->size; at < end;) {
        poll_interrupt();
        uint32_t c = utf8_next(&at);
        bool other = upper ? unicode_is_lower(c) : unicode_is_upper(c);
        if (other || unicode_is_title(c)) {
            return FALSE;
        }
        cased |= upper ? unicode_is_upper(c) : unicode_is_lower(c);
    }
    return bool_value(cased);
}

Value str_islower(Value self) {
    return one_case(self, false);
}

Value str_isupper(Value self) {
    return one_case(self, true);
}

Value str_istitle(Value self) {
    const Str *s = str_of(self);
    bool cased = false, in_word = false;
    for (const char *at = s->text, *end = at + s->size; at < end;) {
        poll_interrupt();
        uint32_t c = utf8_next(&at);
        bool first = unicode_is_upper(c) || unicode_is_title(c);
        bool later = unicode_is_lower(c);
        if ((first && in_word) || (later && !in_word)) {
            return FALSE;
        }
        in_word = first || later;
        cased |= in_word;
    }
    return bool_value(cased);
}
