// SPDX-License-Identifier: MIT
// exception_print.c: tracebacks as text: causes and contexts first, then the frames, the
// exception, its notes, and the members of groups as a tree. Without source lines and markers,
// except for a SyntaxError, which brings its line along.
//
// Text is written piece by piece; nothing but the texts of exceptions (str(), notes) is
// allocated, and what raises there is replaced by a remark, so that printing always succeeds.
#include "error.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/exception_ops.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"
#include "vm/function.h"
#include <assert.h>

enum { MAX_MEMBERS = 15, MAX_DEPTH = 10, MAX_CHAIN = 100, REPEATS_SHOWN = 3, MAX_SEEN = 64 };

typedef struct Printer {
    TextWriter write;
    void *arg;
    unsigned depth;    // nesting in groups: the width of the margin
    bool need_close;   // the tree's last line is still to be drawn
    bool line_start;
    char margin;       // '|', or '+' for the first line of a group
    unsigned seen_count;
    Value seen[MAX_SEEN]; // printed already: no cause or context a second time
} Printer;

static void raw(Printer *p, const char *text, size_t size) {
    if (size > 0) {
        p->write(p->arg, text, size);
    }
}

static void indent(Printer *p) {
    for (unsigned i = 0; i < p->depth; i++) {
        raw(p, "  ", 2);
    }
}

// Writes text, each line behind the margin.
static void put_sized(Printer *p, const char *text, size_t size) {
    while (size > 0) {
        if (p->line_start && p->depth > 0) {
            char margin[2] = {p->margin, ' '};
            indent(p);
            raw(p, margin, 2);
            p->margin = '|';
        }
        const char *end = memchr(text, '\n', size);
        size_t n = end ? (size_t)(end - text) + 1 : size;
        raw(p, text, n);
        p->line_start = end != NULL;
        text += n;
        size -= n;
    }
}

static void put(Printer *p, const char *text) {
    put_sized(p, text, strlen(text));
}

static void put_str(Printer *p, const Str *s) {
    put_sized(p, s->text, s->size);
}

static void put_number(Printer *p, uintptr_t n) {
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    put_sized(p, digits + at, sizeof digits - at);
}

// ---- texts that run user code ------------------------------------------------------------------

// str(v) (or repr); ABSENT if that raises.
static Value text_of(Value v, Value (*convert)(Value)) {
    Catch c;
    volatile Value r = ABSENT;
    if (TRY(c)) {
        r = unbox(convert(v));
        catch_leave(&c);
    } else {
        poll_dropped(c.exception);
    }
    return is_present(r) && is_str(r) ? r : ABSENT;
}

static Value find_attribute(Value exc, const Str *name) {
    Catch c;
    volatile Value r = ABSENT;
    if (TRY(c)) {
        r = attr_find(exc, name);
        catch_leave(&c);
    } else {
        poll_dropped(c.exception);
    }
    return r;
}

static void put_text(Printer *p, Value text, const char *otherwise) {
    if (is_present(text)) {
        put_str(p, str_of(text));
    } else {
        put(p, otherwise);
    }
}

// ---- one exception -----------------------------------------------------------------------------

static const Traceback *traceback_next(const Traceback *tb) {
    return is_present(tb->next) ? (const Traceback *)tb->next.bits : NULL;
}

static bool same_line(const Traceback *a, const Traceback *b) {
    const Code *c = a->function->code, *d = b->function->code;
    bool alike = c == d || (code_own_name(c) == code_own_name(d) && code_file(c) == code_file(d));
    return alike && traceback_line(a) == traceback_line(b);
}

static void put_frame(Printer *p, const Traceback *tb) {
    put(p, "  File \"");
    put_str(p, code_file(tb->function->code));
    put(p, "\", line ");
    put_number(p, traceback_line(tb));
    put(p, ", in ");
    put_str(p, code_own_name(tb->function->code));
    put(p, "\n");
}

static void put_repeated(Printer *p, unsigned count) {
    if (count > REPEATS_SHOWN) {
        unsigned more = count - REPEATS_SHOWN;
        put(p, "  [Previous line repeated ");
        put_number(p, more);
        put(p, more > 1 ? " more times]\n" : " more time]\n");
    }
}

static void put_traceback(Printer *p, Value traceback) {
    const Traceback *last = NULL;
    unsigned count = 0;
    for (const Traceback *tb = (const Traceback *)traceback.bits; tb; tb = traceback_next(tb)) {
        if (last && same_line(tb, last)) {
            count++;
        } else {
            put_repeated(p, count);
            count = 1;
        }
        if (count <= REPEATS_SHOWN) {
            put_frame(p, tb);
        }
        last = tb;
    }
    put_repeated(p, count);
}

static intptr_t int_field(Value exc, const Str *name, intptr_t otherwise) {
    Value v = exception_get_field(exc, name);
    return is_present(v) && is_int(v) ? int_of(v) : otherwise;
}

// The line of source with a caret below: offset counts code points from 1.
static void put_source(Printer *p, const Str *text, intptr_t offset, intptr_t end) {
    size_t size = text->size, from = 0;
    while (size > 0 && text->text[size - 1] == '\n') {
        size--;
    }
    while (from < size && (text->text[from] == ' ' || text->text[from] == '\t' ||
                           text->text[from] == '\f' || text->text[from] == '\n')) {
        from++;
    }
    put(p, "    ");
    put_sized(p, text->text + from, size - from);
    put(p, "\n");
    intptr_t column = offset - 1 - (intptr_t)from;
    if (offset <= 0 || column < 0) {
        return;
    }
    put(p, "    ");
    const char *at = text->text + from;
    for (intptr_t i = 0; i < column; i++) {
        bool tab = at < text->text + size && utf8_next(&at) == '\t';
        put(p, tab ? "\t" : " ");
    }
    for (intptr_t i = offset; i == offset || i < end; i++) {
        put(p, "^");
    }
    put(p, "\n");
}

static void put_syntax_place(Printer *p, Value exc) {
    Value file = exception_get_field(exc, N_filename), text = exception_get_field(exc, N_text);
    intptr_t line = int_field(exc, N_lineno, 0), offset = int_field(exc, N_offset, 0);
    intptr_t end_line = int_field(exc, N_end_lineno, line), end = int_field(exc, N_end_offset, 0);
    if (line <= 0) {
        return;
    }
    put(p, "  File \"");
    put_text(p, is_present(file) && is_str(unbox(file)) ? unbox(file) : ABSENT, "<string>");
    put(p, "\", line ");
    put_number(p, (uintptr_t)line);
    put(p, "\n");
    if (is_absent(text) || !is_str(unbox(text)) || str_of(unbox(text))->size == 0) {
        return;
    }
    const Str *source = str_of(unbox(text));
    intptr_t length = (intptr_t)str_length(source);
    offset = offset > length + 1 ? length + 1 : offset;
    end = end_line != line || end > length + 1 ? length + 1 : end;
    put_source(p, source, offset, end);
}

static void put_class_name(Printer *p, const Type *t) {
    Value module = type_module(t);
    if (is_str(module) && str_of(module) != N_builtins && str_of(module) != N___main__) {
        put_str(p, str_of(module));
        put(p, ".");
    }
    put_str(p, type_qualname(t));
}

static void put_notes(Printer *p, Value exc) {
    Value notes = find_attribute(exc, N___notes__);
    if (is_absent(notes)) {
        return;
    }
    if (!is_kind(notes, &list_type)) {
        put_text(p, text_of(notes, op_repr), "<__notes__ repr() failed>");
        put(p, "\n");
        return;
    }
    for (size_t i = 0; i < list_of(notes)->len; i++) {
        put_text(p, text_of(list_of(notes)->items->at[i], op_str), "<note str() failed>");
        put(p, "\n");
    }
}

// A MemoryError of the heap, whose text is not made as a str: there may be no memory for it.
static bool put_memory_error(Printer *p, Value exc) {
    Value size = exception_of(exc)->extra;
    if (!is_exact(exc, &memory_error_type) || !is_int(size) || int_of(size) == 0) {
        return false;
    }
    put(p, "MemoryError: memory allocation failed, allocating ");
    put_number(p, (uintptr_t)int_of(size));
    put(p, " bytes\n");
    return true;
}

static void put_exception_line(Printer *p, Value exc) {
    Value text;
    if (put_memory_error(p, exc)) {
        return;
    }
    if (is_instance(exc, &syntax_error_type)) {
        put_syntax_place(p, exc);
        Value msg = exception_get_field(exc, N_msg);
        text = is_present(msg) ? text_of(msg, op_str) : str_value(N__empty);
    } else {
        text = text_of(exc, op_str);
    }
    put_class_name(p, type_of(exc));
    if (is_absent(text) || str_of(text)->size > 0) {
        put(p, ": ");
        bool no_memory = type_of(exc) == &memory_error_type; // not even for the text
        put_text(p, text, no_memory ? "memory allocation failed" : "<exception str() failed>");
    }
    put(p, "\n");
    put_notes(p, exc);
}

// ---- groups ------------------------------------------------------------------------------------

static void put_chain(Printer *p, Value exc);

static void put_rule(Printer *p, bool first, size_t number) {
    indent(p);
    raw(p, first ? "+-" : "  ", 2);
    raw(p, "+---------------- ", 18);
    unsigned depth = p->depth;
    p->depth = 0; // no margin inside the line
    if (number > MAX_MEMBERS) {
        put(p, "...");
    } else {
        put_number(p, number);
    }
    put(p, " ----------------\n");
    p->depth = depth;
}

static void put_closing(Printer *p) {
    if (p->need_close) {
        indent(p);
        raw(p, "+------------------------------------\n", 38);
        p->need_close = false;
    }
}

static void put_members(Printer *p, const Tuple *members) {
    size_t shown = members->len > MAX_MEMBERS ? MAX_MEMBERS + 1 : members->len;
    p->need_close = false;
    for (size_t i = 0; i < shown; i++) {
        if (i == shown - 1) {
            p->need_close = true;
        }
        put_rule(p, i == 0, i + 1);
        p->depth++;
        if (i == MAX_MEMBERS) {
            size_t more = members->len - MAX_MEMBERS;
            put(p, "and ");
            put_number(p, more);
            put(p, more > 1 ? " more exceptions\n" : " more exception\n");
        } else {
            put_chain(p, members->items[i]);
        }
        if (i == shown - 1) {
            put_closing(p);
        }
        p->depth--;
    }
}

static void put_group(Printer *p, Value exc) {
    if (p->depth > MAX_DEPTH) {
        put(p, "... (max_group_depth is 10)\n");
        return;
    }
    bool top = p->depth == 0;
    p->depth += top;
    if (is_present(exception_of(exc)->traceback)) {
        p->margin = top ? '+' : '|';
        put(p, "Exception Group Traceback (most recent call last):\n");
        put_traceback(p, exception_of(exc)->traceback);
    }
    put_exception_line(p, exc);
    put_members(p, group_members(exc));
    p->depth -= top;
}

static void put_one(Printer *p, Value exc) {
    if (is_group(exc)) {
        put_group(p, exc);
        return;
    }
    if (is_present(exception_of(exc)->traceback)) {
        put(p, "Traceback (most recent call last):\n");
        put_traceback(p, exception_of(exc)->traceback);
    }
    put_exception_line(p, exc);
}

// ---- causes and contexts -----------------------------------------------------------------------

// What came before exc, or ABSENT.
static Value before(Value exc) {
    const Exception *e = exception_of(exc);
    if (is_present(e->cause)) {
        return e->cause;
    }
    return e->suppress_context ? ABSENT : e->context;
}

// The exception `steps` back from exc; ABSENT if there is none.
static Value ancestor(Value exc, size_t steps) {
    for (; steps > 0 && is_present(exc); steps--) {
        exc = before(exc);
    }
    return exc;
}

static bool was_seen(const Printer *p, Value exc) {
    for (unsigned i = 0; i < p->seen_count; i++) {
        if (same(p->seen[i], exc)) {
            return true;
        }
    }
    return false;
}

// How many steps back the chain goes until it ends, repeats, or comes to what was seen.
static size_t chain_length(const Printer *p, Value exc) {
    size_t n = 0;
    for (Value e = before(exc); is_present(e) && n < MAX_CHAIN && !was_seen(p, e); e = before(e)) {
        for (size_t i = 0; i <= n; i++) {
            if (same(ancestor(exc, i), e)) {
                return n;
            }
        }
        n++;
    }
    return n;
}

static void mark_seen(Printer *p, Value exc, size_t steps) {
    for (size_t i = 0; i <= steps && p->seen_count < MAX_SEEN; i++, exc = before(exc)) {
        p->seen[p->seen_count++] = exc;
    }
}

// Printing one may run user code or out of memory, either of which may cut the chain.
static void put_chain(Printer *p, Value exc) {
    char here;
    bool cut = p->depth > 0 && rt.interrupt; // a tree of shared groups may be endless
    if (cut || (uintptr_t)&here < (uintptr_t)rt.thread->c_stack_limit) {
        return;
    }
    size_t n = chain_length(p, exc);
    mark_seen(p, exc, n);
    for (;; n--) {
        Value e = ancestor(exc, n);
        if (is_present(e)) {
            put_one(p, e);
        }
        if (n == 0) {
            return;
        }
        Value next = ancestor(exc, n - 1);
        if (is_absent(e) || is_absent(next)) {
            continue;
        }
        bool cause = is_present(exception_of(next)->cause);
        put(p, cause ? "\nThe above exception was the direct cause of the following exception:\n\n"
                     : "\nDuring handling of the above exception, another exception occurred:\n\n");
    }
}

void exception_print(Value exc, TextWriter write, void *arg) {
    assert(is_exception(exc));
    Printer p = {.write = write, .arg = arg, .line_start = true, .margin = '|'};
    put_chain(&p, exc);
}
