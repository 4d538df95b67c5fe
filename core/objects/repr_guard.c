// SPDX-License-Identifier: MIT
// repr_guard.c: the stack of objects whose repr is being made: a list in rt.roots.repr_running,
// made when first needed. Every exit from body, raising included, takes the object off again.
#include "objects/repr_guard.h"
#include "objects/containers.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

static List *in_progress(void) {
    if (is_absent(rt.roots.repr_running)) {
        rt.roots.repr_running = cell_value(list_new(3));
    }
    return list_of(rt.roots.repr_running);
}

static bool contains(const List *list, Value v) {
    for (size_t i = 0; i < list->len; i++) {
        if (same(list->items->at[i], v)) {
            return true;
        }
    }
    return false;
}

static void take_off(List *list) {
    assert(list->len > 0);
    list->len--;
    list->items->at[list->len] = ABSENT;
}

Value repr_guarded(Value v, const char *inside, Value (*body)(Value v)) {
    stack_check();
    List *list = in_progress();
    if (contains(list, v)) {
        return str_from_c(inside);
    }
    list_append(list, v);
    volatile Value text = ABSENT;
    Catch c;
    if (TRY(c)) {
        text = body(v);
        catch_leave(&c);
    } else {
        take_off(in_progress());
        raise_again(c.exception);
    }
    take_off(in_progress());
    return text;
}
