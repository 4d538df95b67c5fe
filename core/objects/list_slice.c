// SPDX-License-Identifier: MIT
// list_slice.c: slices of lists: reading, assignment and deletion in all forms.
//
// Order of work in each: run the user code (bounds, iterable), then read the length, allocate,
// and change the list in steps that can't fail.
#include "objects/list.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "objects/sequence.h"
#include "state.h"
#include "text/operand.h"
#include "text/str.h"
#include <assert.h>

Value list_get_slice(const List *list, Value slice) {
    SliceBounds bounds;
    SliceRange r;
    slice_unpack(slice, &bounds);
    slice_adjust(&bounds, list->len, &r);
    if (r.step == 1) {
        return list_from(r.count ? list->items->at + r.start : NULL, r.count);
    }
    List *result = list_new(r.count);
    for (size_t i = 0; i < r.count; i++) {
        result->items->at[i] = list->items->at[r.start + (intptr_t)i * r.step];
    }
    result->len = (uint32_t)r.count;
    return cell_value(result);
}

// Makes room for n items in place of `count` at `at`; the room's contents are undefined.
static void make_gap(List *list, size_t at, size_t count, size_t n) {
    assert(at + count <= list->len);
    size_t tail = list->len - at - count;
    if (n > count) {
        size_t extra = n - count;
        if (extra > list->capacity - list->len) {
            list_reserve(list, extra + list->len / 8);
        }
    }
    if (n != count && tail) {
        memmove(list->items->at + at + n, list->items->at + at + count, tail * sizeof(Value));
    }
    if (n < count) {
        memset(list->items->at + at + n + tail, 0, (count - n) * sizeof(Value));
    }
    list->len = (uint32_t)(at + n + tail);
}

void list_splice(List *list, size_t at, size_t count, const Value *from, size_t n) {
    assert(at <= list->len && count <= list->len - at && (from || !n));
    make_gap(list, at, count, n);
    if (n) {
        memcpy(list->items->at + at, from, n * sizeof(Value));
    } else {
        list_shrink(list);
    }
}

// Removes `count` items at start, start + step, ...
static void delete_slice(List *list, SliceRange r) {
    if (r.count == 0) {
        return;
    }
    if (r.step < 0) {
        r.start += (intptr_t)(r.count - 1) * r.step;
        r.step = -r.step;
    }
    if (r.step == 1) {
        list_splice(list, (size_t)r.start, r.count, NULL, 0);
        return;
    }
    Value *at = list->items->at;
    size_t to = (size_t)r.start, next = to, left = r.count;
    for (size_t i = to; i < list->len; i++) {
        if (left && i == next) {
            left--;
            next += (size_t)r.step;
        } else {
            at[to++] = at[i];
        }
    }
    assert(to == list->len - r.count);
    memset(at + to, 0, r.count * sizeof(Value));
    list->len = (uint32_t)to;
    list_shrink(list);
}

// The items to be assigned: a tuple, or a list other than `list`.
static Value items_to_assign(const List *list, Value v, bool extended) {
    if (is_tuple(v) || (is_list(v) && list_of(v) != list)) {
        return v;
    }
    if (is_list(v)) {
        return list_from_iterable(v);
    }
    const char *message = extended ? "must assign iterable to extended slice"
                                   : "can only assign an iterable";
    return list_from_iterable(operand_iterator(v, message));
}

static void assign_slice(List *list, Value slice, Value v) {
    SliceBounds bounds;
    SliceRange r;
    slice_unpack(slice, &bounds);
    Value source = items_to_assign(list, v, bounds.step != 1);
    slice_adjust(&bounds, list->len, &r);
    size_t n = sequence_len(source);
    if (r.step == 1) {
        const Value *from = n == 0           ? NULL
                            : is_list(source) ? list_of(source)->items->at
                                              : tuple_of(source)->items;
        list_splice(list, (size_t)r.start, r.count, from, n);
        return;
    }
    if (n != r.count) {
        raise_value_error("attempt to assign sequence of size %z to extended slice of size %z",
                          (intptr_t)n, (intptr_t)r.count);
    }
    for (size_t i = 0; i < n; i++) {
        list->items->at[r.start + (intptr_t)i * r.step] = sequence_item(source, i);
    }
}

void list_setitem(Value self, Value key, Value v) {
    List *list = list_of(self);
    if (is_exact(key, &slice_type)) {
        if (is_present(v)) {
            assign_slice(list, key, v);
        } else {
            SliceBounds bounds;
            SliceRange r;
            slice_unpack(key, &bounds);
            slice_adjust(&bounds, list->len, &r);
            delete_slice(list, r);
        }
        return;
    }
    size_t i = list_index_of(list, key, "list assignment");
    if (is_present(v)) {
        list->items->at[i] = v;
    } else {
        list_splice(list, i, 1, NULL, 0);
    }
}
