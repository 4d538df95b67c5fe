// SPDX-License-Identifier: MIT
// gc.c: module gc: the collector's controls. What looks at objects is in gc_objects.c.
#include "modules/gc.h"
#include "modules/hooks.h"
#include "objects/class.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"

// ---- gc.callbacks ------------------------------------------------------------------------------

static Value callbacks_list(void) {
    if (is_absent(rt.roots.gc_callbacks)) {
        rt.roots.gc_callbacks = cell_value(list_new(0));
    }
    return rt.roots.gc_callbacks;
}

static Value info_new(size_t collected) {
    Dict *info = dict_new(3);
    dict_set_name(info, N_generation, int_value(2));
    dict_set_name(info, N_collected, int_from((intptr_t)collected));
    dict_set_name(info, N_uncollectable, int_value(0));
    return cell_value(info);
}

static void call_guarded(Value f, Value phase, Value info) {
    Catch c;
    if (TRY(c)) {
        op_call_2(f, phase, info);
        catch_leave(&c);
    } else {
        hook_unraisable("while calling gc callback", f, c.exception);
    }
}

static void call_all(const Str *phase, size_t collected) {
    Value info = info_new(collected);
    const List *list = list_of(rt.roots.gc_callbacks);
    for (size_t i = 0; i < list->len; i++) { // which a callback may change
        call_guarded(list->items->at[i], str_value(phase), info);
    }
}

// Calls all callbacks. What is collected meanwhile is not reported.
static void notify(const Str *phase, size_t collected) {
    Heap *h = &rt.heap;
    Catch c;
    bool heard = is_present(rt.roots.gc_callbacks) && list_of(rt.roots.gc_callbacks)->len > 0;
    if (heard && !h->reporting) {
        bool held = poll_hold();
        h->reporting = true;
        if (TRY(c)) {
            call_all(phase, collected);
            catch_leave(&c);
        } else {
            hook_unraisable("while calling gc callback", rt.roots.gc_callbacks, c.exception);
        }
        h->reporting = false;
        poll_release(held);
    }
    h->unreported = h->unreported_freed = 0;
}

void gc_report_collections(void) {
    size_t freed = rt.heap.unreported_freed;
    if (!rt.heap.reporting) {
        notify(N_start, 0);
        notify(N_stop, freed);
    }
}

// ---- collections -------------------------------------------------------------------------------

static const ArgSpec collect_spec[] = {{N_generation, 0}, {NULL, 0}};

static Value gc_collect(size_t n, const Value *args, const Tuple *kwnames) {
    Value generation;
    args_parse("collect", collect_spec, n, args, kwnames, &generation);
    intptr_t g = is_present(generation) ? to_intptr(generation) : 2;
    if (g < 0 || g > 2) {
        raise_value_error("invalid generation");
    }
    notify(N_start, 0);
    size_t freed = heap_collect();
    rt.heap.unreported = 0;
    state_run_due();
    notify(N_stop, freed);
    return CONFIG_COLLECT_COUNT ? int_from((intptr_t)freed) : NONE;
}

static Value gc_compact(void) {
    size_t before = heap_largest_free();
    heap_compact(0);
    size_t after = heap_largest_free();
    state_run_due();
    return int_from(after > before ? (intptr_t)((after - before) * BLOCK_BYTES) : 0);
}

static Value gc_enable(void) {
    rt.heap.auto_collect = true;
    return NONE;
}

static Value gc_disable(void) {
    rt.heap.auto_collect = false;
    return NONE;
}

static Value gc_isenabled(void) {
    return bool_value(rt.heap.auto_collect);
}

// ---- figures -----------------------------------------------------------------------------------

static Value gc_mem_alloc(void) {
    return int_from((intptr_t)heap_used_bytes());
}

static Value gc_mem_free(void) {
    return int_from((intptr_t)heap_free_bytes());
}

// The bytes after which an allocation collects first; negative: CONFIG_HEAP_PACE alone decides.
static Value gc_threshold(size_t n, const Value *args) {
    Heap *h = &rt.heap;
    if (n == 0) {
        return h->limit == SIZE_MAX ? int_value(-1) : int_from((intptr_t)(h->limit * BLOCK_BYTES));
    }
    intptr_t bytes = to_intptr(args[0]);
    heap_set_limit(bytes < 0 ? SIZE_MAX : (size_t)bytes / BLOCK_BYTES);
    return NONE;
}

// Blocks allocated since the last collection stand for CPython's count of the youngest generation.
static Value gc_get_count(void) {
    Value counts[3] = {int_from((intptr_t)rt.heap.since_collect), int_value(0), int_value(0)};
    return tuple_new(counts, 3);
}

static Value gc_is_finalized(Value v) {
    bool has_finaliser = is_cell(v) && heap_contains(cell_of(v)) && type_of(v)->flags & TYPE_HEAP &&
                         type_of(v)->flags & TYPE_FINALISE;
    return bool_value(has_finaliser && !finalise_is_registered(cell_of(v)));
}

// ---- the module --------------------------------------------------------------------------------

static Value gc_getattr(const Str *name) {
    if (name == N_garbage) { // nothing is uncollectable
        return cell_value(list_new(0));
    }
    return name == N_callbacks ? callbacks_list() : ABSENT;
}

static const Str *const names[] = {N_callbacks, N_garbage, NULL};

static const Native functions[] = {
    FUNCTION_KW(N_collect, gc_collect, 0, NATIVE_MANY),
    FUNCTION_0(N_compact, gc_compact),
    FUNCTION_0(N_enable, gc_enable),
    FUNCTION_0(N_disable, gc_disable),
    FUNCTION_0(N_isenabled, gc_isenabled),
    FUNCTION_0(N_mem_alloc, gc_mem_alloc),
    FUNCTION_0(N_mem_free, gc_mem_free),
    FUNCTION_VAR(N_threshold, gc_threshold, 0, 1),
    FUNCTION_0(N_get_count, gc_get_count),
    FUNCTION_KW(N_get_objects, gc_get_objects, 0, NATIVE_MANY),
    FUNCTION_VAR(N_get_referents, gc_get_referents, 0, NATIVE_MANY),
    FUNCTION_VAR(N_get_referrers, gc_get_referrers, 0, NATIVE_MANY),
    FUNCTION_1(N_is_tracked, gc_is_tracked),
    FUNCTION_1(N_is_finalized, gc_is_finalized),
    NATIVE_END,
};

const ModuleDef gc_module = {
    .name = N_gc,
    .functions = functions,
    .getattr = gc_getattr,
    .names = names,
};
