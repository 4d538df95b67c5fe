// SPDX-License-Identifier: MIT
// parser_more.c: does the prompt need more lines? Looks at the text only: allocates nothing and
// raises nothing.
//
// More is needed in a triple-quoted string, in open brackets, after a backslash at the end, and
// in a compound statement until an empty line comes.
#include "compile/parser.h"
#include <assert.h>

typedef struct Text {
    const char *at, *end;
} Text;

static bool is_word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || (c & 0x80);
}

static bool starts_compound(const char *text, const char *end) {
    static const char *const words[] = {"if", "while", "for", "try", "with", "def", "class",
                                        "async", "match"};
    if (text < end && *text == '@') {
        return true;
    }
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        size_t n = strlen(words[i]);
        if ((size_t)(end - text) >= n && memcmp(text, words[i], n) == 0 &&
            ((size_t)(end - text) == n || !is_word_char(text[n]))) {
            return true;
        }
    }
    return false;
}

// `match` is a keyword only where the first line ends with ':'.
static bool first_line_is_compound(const char *text, size_t size) {
    const char *end = memchr(text, '\n', size);
    end = end ? end : text + size;
    if (!starts_compound(text, end)) {
        return false;
    }
    if (size < 5 || memcmp(text, "match", 5) != 0) {
        return true;
    }
    while (end > text && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r')) {
        end--;
    }
    return end > text && end[-1] == ':';
}

// Skips a string literal at its quote. False: it is triple-quoted and not closed.
static bool skip_string(Text *t) {
    assert(t->at < t->end && (*t->at == '"' || *t->at == '\''));
    char quote = *t->at;
    bool triple = t->end - t->at >= 3 && t->at[1] == quote && t->at[2] == quote;
    t->at += triple ? 3 : 1;
    for (; t->at < t->end; t->at++) {
        if (*t->at == '\\') {
            t->at++;
        } else if (!triple && (*t->at == quote || *t->at == '\n')) {
            t->at++;
            return true;
        } else if (triple && *t->at == quote && t->end - t->at >= 3 && t->at[1] == quote &&
                   t->at[2] == quote) {
            t->at += 3;
            return true;
        }
    }
    t->at = t->end;
    return !triple;
}

static void skip_comment(Text *t) {
    assert(t->at < t->end && *t->at == '#');
    while (t->at < t->end && *t->at != '\n') {
        t->at++;
    }
}

// Are there open brackets or triple quotes at the end?
static bool is_open(Text *t) {
    assert(t->at <= t->end);
    int depth = 0;
    while (t->at < t->end) {
        char c = *t->at;
        if (c == '"' || c == '\'') {
            if (!skip_string(t)) {
                return true;
            }
            continue;
        }
        if (c == '#') {
            skip_comment(t);
            continue;
        }
        depth += c == '(' || c == '[' || c == '{';
        depth -= c == ')' || c == ']' || c == '}';
        t->at++;
    }
    return depth > 0;
}

bool parser_needs_more(const char *text, size_t size) {
    if (size == 0) {
        return false;
    }
    Text t = {text, text + size};
    if (is_open(&t) || text[size - 1] == '\\') {
        return true;
    }
    return first_line_is_compound(text, size) && text[size - 1] != '\n';
}
