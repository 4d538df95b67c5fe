// SPDX-License-Identifier: MIT
// list_sort.c: the stable sort of lists: a merge sort that uses the runs it finds.
//
// Runs are merged in the order of Powersort (Munro, Wild: "Nearly-Optimal Mergesorts", ESA 2018);
// before each merge, exponential searches cut off what is in place already (Peters' timsort).
//
// While it works the list is empty: comparisons that look at it see no items, and what they put
// into it is an error. The items are in `keys` (and, with a key function, `values` moves along).
// During a merge the smaller run is in `spare`; the gap it left is as long as what remains there,
// so that leaving by an exception puts that back and no item is lost.
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/number.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

typedef struct Run {
    size_t at, len;
    unsigned power;
} Run;

enum { RUNS_MAX = 66, MIN_RUN = 24 };

typedef struct Sorter {
    Items *keys, *values;   // values: NULL without key function
    Items *spare, *spare_values; // half of the items
    size_t spare_room;
    size_t len;
    bool reversed;          // for now
    bool (*less)(Value a, Value b);
    size_t from, left, to;  // merge under way: spare[from..from+left) belongs at keys[to...)
    Run runs[RUNS_MAX];
    size_t run_count;
} Sorter;

// ---- comparing ------------------------------------------------------------------------------

static bool less_any(Value a, Value b) {
    poll_pending();
    return op_truth(op_compare(CMP_LT, a, b));
}

static bool less_int(Value a, Value b) {
    return (intptr_t)a.bits < (intptr_t)b.bits;
}

static bool less_str(Value a, Value b) {
    return str_compare(str_of(a), str_of(b)) < 0;
}

static bool less_float(Value a, Value b) {
    return float_of(a) < float_of(b);
}

static bool all_keys(const Sorter *s, bool (*is)(Value v)) {
    for (size_t i = 0; i < s->len; i++) {
        if (!is(s->keys->at[i])) {
            return false;
        }
    }
    return true;
}

static bool is_small(Value v) {
    return is_int(v);
}

static bool is_text(Value v) {
    return is_str(v);
}

static bool is_real(Value v) {
    return is_float(v);
}

static void choose_less(Sorter *s) {
    s->less = less_any;
    if (s->len == 0) {
        return;
    }
    Value first = s->keys->at[0];
    if (is_int(first) && all_keys(s, is_small)) {
        s->less = less_int;
    } else if (is_str(first) && all_keys(s, is_text)) {
        s->less = less_str;
    } else if (is_float(first) && all_keys(s, is_real)) {
        s->less = less_float;
    }
}

// ---- moving ---------------------------------------------------------------------------------

static void reverse_words(Value *at, size_t n) {
    for (size_t i = 0, j = n; i + 1 < j; i++) {
        Value v = at[i];
        at[i] = at[--j];
        at[j] = v;
    }
}

static void reverse(Sorter *s, size_t at, size_t n) {
    assert(at <= s->len && n <= s->len - at);
    reverse_words(s->keys->at + at, n);
    if (s->values) {
        reverse_words(s->values->at + at, n);
    }
}

// keys[to..to+n) = keys[from..from+n), and values.
static void move(Sorter *s, size_t to, size_t from, size_t n) {
    assert_hot(to + n <= s->len && from + n <= s->len);
    memmove(s->keys->at + to, s->keys->at + from, n * sizeof(Value));
    if (s->values) {
        memmove(s->values->at + to, s->values->at + from, n * sizeof(Value));
    }
}

static void save(Sorter *s, size_t from, size_t n) {
    assert(n <= s->spare_room);
    memcpy(s->spare->at, s->keys->at + from, n * sizeof(Value));
    if (s->values) {
        memcpy(s->spare_values->at, s->values->at + from, n * sizeof(Value));
    }
}

static void restore(Sorter *s, size_t to, size_t from, size_t n) {
    assert_hot(from + n <= s->spare_room && to + n <= s->len);
    if (n == 0) {
        return;
    }
    memcpy(s->keys->at + to, s->spare->at + from, n * sizeof(Value));
    if (s->values) {
        memcpy(s->values->at + to, s->spare_values->at + from, n * sizeof(Value));
    }
}

// ---- runs -----------------------------------------------------------------------------------

// Length of the run at `at`; one that descends strictly is turned round.
static size_t find_run(Sorter *s, size_t at) {
    assert(at < s->len);
    const Value *k = s->keys->at;
    size_t i = at + 1;
    if (i >= s->len) {
        return s->len - at;
    }
    if (s->less(k[i], k[i - 1])) {
        while (i + 1 < s->len && s->less(k[i + 1], k[i])) {
            i++;
        }
        reverse(s, at, i + 1 - at);
    } else {
        while (i + 1 < s->len && !s->less(k[i + 1], k[i])) {
            i++;
        }
    }
    return i + 1 - at;
}

// Binary insertion: keys[at..sorted) are in order, makes keys[at..end) so.
static void insertion_sort(Sorter *s, size_t at, size_t sorted, size_t end) {
    assert(at < sorted && sorted <= end && end <= s->len);
    for (size_t i = sorted; i < end; i++) {
        Value key = s->keys->at[i];
        size_t low = at, high = i;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (s->less(key, s->keys->at[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Value value = s->values ? s->values->at[i] : ABSENT;
        move(s, low + 1, low, i - low);
        s->keys->at[low] = key;
        if (s->values) {
            s->values->at[low] = value;
        }
    }
}

// ---- merging --------------------------------------------------------------------------------

// How many of at[0..n) come before key: those < key (strict), or <= key. Searches from the start.
static size_t count_before(Sorter *s, const Value *at, size_t n, Value key, bool strict) {
    size_t low = 0, step = 1;
    while (low + step <= n) {
        Value v = at[low + step - 1];
        if (!(strict ? s->less(v, key) : !s->less(key, v))) {
            break;
        }
        low += step;
        step *= 2;
    }
    size_t high = low + step <= n ? low + step - 1 : n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strict ? s->less(at[middle], key) : !s->less(key, at[middle])) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void make_spare(Sorter *s, size_t n) {
    if (n > s->spare_room) {
        Items *values = s->values ? items_new(n) : NULL;
        s->spare = items_new(n);
        s->spare_values = values;
        s->spare_room = n;
    }
}

// Merges keys[a..a+n) and keys[a+n..a+n+m), n <= m, upwards: the left run waits in spare.
static void merge_up(Sorter *s, size_t a, size_t n, size_t m) {
    assert(a + n + m <= s->len);
    make_spare(s, n);
    save(s, a, n);
    size_t right = a + n, end = right + m;
    s->from = 0;
    s->left = n;
    s->to = a;
    while (s->left && right < end) {
        if (s->less(s->keys->at[right], s->spare->at[s->from])) {
            move(s, s->to++, right++, 1);
        } else {
            restore(s, s->to++, s->from++, 1);
            s->left--;
        }
    }
    restore(s, s->to, s->from, s->left);
    s->left = 0;
}

// The same for n > m, downwards: the right run waits in spare.
static void merge_down(Sorter *s, size_t a, size_t n, size_t m) {
    assert(a + n + m <= s->len);
    make_spare(s, m);
    save(s, a + n, m);
    size_t left = a + n; // one past the next of the left run
    s->from = 0;
    s->left = m;
    s->to = left;
    while (s->left && left > a) {
        size_t top = left + s->left - 1; // where the larger one goes
        if (s->less(s->spare->at[s->left - 1], s->keys->at[left - 1])) {
            move(s, top, --left, 1);
            s->to = left;
        } else {
            restore(s, top, s->left - 1, 1);
            s->left--;
        }
    }
    restore(s, s->to, 0, s->left);
    s->left = 0;
}

// Merges the two topmost runs.
static void merge_top(Sorter *s) {
    assert(s->run_count >= 2);
    Run *x = &s->runs[s->run_count - 2], *y = x + 1;
    const Value *keys = s->keys->at;
    size_t in_place = count_before(s, keys + x->at, x->len, keys[y->at], false);
    size_t a = x->at + in_place, n = x->len - in_place;
    size_t m = n ? count_before(s, keys + y->at, y->len, keys[y->at - 1], true) : 0;
    if (n && m) {
        if (n <= m) {
            merge_up(s, a, n, m);
        } else {
            merge_down(s, a, n, m);
        }
    }
    x->len += y->len;
    s->run_count--;
}

// Depth in a nearly optimal merge tree of the boundary between two neighbouring runs: the first
// binary digit in which the midpoints, as fractions of the whole, differ.
static unsigned boundary_power(const Run *x, const Run *y, size_t len) {
    assert(x->at + x->len == y->at && y->at + y->len <= len);
    uint64_t a = 2 * (uint64_t)x->at + x->len, b = 2 * (uint64_t)y->at + y->len;
    uint64_t whole = 2 * (uint64_t)len;
    unsigned power = 0;
    for (;;) {
        power++;
        if (a >= whole) {
            a -= whole;
            b -= whole;
        } else if (b >= whole) {
            return power;
        }
        a *= 2;
        b *= 2;
    }
}

static void sort_runs(Sorter *s) {
    for (size_t at = 0; at < s->len;) {
        size_t n = find_run(s, at);
        if (n < MIN_RUN) {
            size_t end = s->len - at < MIN_RUN ? s->len : at + MIN_RUN;
            insertion_sort(s, at, at + n, end);
            n = end - at;
        }
        Run run = {at, n, 0};
        if (s->run_count) {
            unsigned power = boundary_power(&s->runs[s->run_count - 1], &run, s->len);
            while (s->run_count > 1 && s->runs[s->run_count - 2].power > power) {
                merge_top(s);
            }
            s->runs[s->run_count - 1].power = power;
        }
        assert(s->run_count < RUNS_MAX);
        s->runs[s->run_count++] = run;
        at += n;
        poll_pending();
    }
    while (s->run_count > 1) {
        merge_top(s);
    }
}

// ---- the whole ------------------------------------------------------------------------------

static void make_keys(Sorter *s, Value key) {
    if (is_absent(key) || is_none(key)) {
        return;
    }
    Items *keys = items_new(s->len);
    for (size_t i = 0; i < s->len; i++) {
        keys->at[i] = op_call_1(key, s->keys->at[i]);
        poll_pending();
    }
    s->values = s->keys;
    s->keys = keys;
}

// Reversed before and after (by finish), equal items keep their order.
static void sort_items(Sorter *s, Value key, bool backwards) {
    make_keys(s, key);
    choose_less(s);
    if (backwards) {
        reverse(s, 0, s->len);
        s->reversed = true;
    }
    sort_runs(s);
}

// However the sorting ended.
static void finish(Sorter *s) {
    restore(s, s->to, s->from, s->left);
    if (s->reversed) {
        reverse(s, 0, s->len);
    }
}

void list_sort(List *list, Value key, bool backwards) {
    assert(list->len <= list->capacity);
    Items *items = list->items;
    uint32_t len = list->len, capacity = list->capacity;
    if (len == 0) {
        return;
    }
    Sorter s = {.keys = items, .len = len};
    list->items = NULL;
    list->len = list->capacity = 0;
    Catch c;
    volatile Value exception = ABSENT;
    if (TRY(c)) {
        sort_items(&s, key, backwards);
        catch_leave(&c);
    } else {
        exception = c.exception;
    }
    finish(&s);
    bool modified = list->items != NULL;
    list->items = items;
    list->len = len;
    list->capacity = capacity;
    Value raised = exception;
    if (is_present(raised)) {
        raise_again(raised);
    }
    if (modified) {
        raise_value_error("list modified during sort");
    }
}
