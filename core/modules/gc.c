// SPDX-License-Identifier: MIT
// gc.c: module gc: the collector's controls.
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"

static Value gc_collect(size_t n, const Value *args) {
    size_t freed = heap_collect();
    heap_run_finalisers();
    return CONFIG_COLLECT_COUNT ? int_from((intptr_t)freed) : NONE;
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

static Value gc_mem_alloc(void) {
    return int_from((intptr_t)heap_used_bytes());
}

static Value gc_mem_free(void) {
    return int_from((intptr_t)heap_free_bytes());
}

// The bytes after which an allocation collects first; negative: never.
static Value gc_threshold(size_t n, const Value *args) {
    Heap *h = &rt.heap;
    if (n == 0) {
        return h->limit == SIZE_MAX ? int_value(-1) : int_from((intptr_t)(h->limit * BLOCK_BYTES));
    }
    intptr_t bytes = to_intptr(args[0]);
    heap_set_limit(bytes < 0 ? SIZE_MAX : (size_t)bytes / BLOCK_BYTES);
    return NONE;
}

static const Native functions[] = {
    FUNCTION_VAR(N_collect, gc_collect, 0, 1), FUNCTION_0(N_enable, gc_enable),
    FUNCTION_0(N_disable, gc_disable),         FUNCTION_0(N_isenabled, gc_isenabled),
    FUNCTION_0(N_mem_alloc, gc_mem_alloc),     FUNCTION_0(N_mem_free, gc_mem_free),
    FUNCTION_VAR(N_threshold, gc_threshold, 0, 1), NATIVE_END,
};

const ModuleDef gc_module = {.name = N_gc, .functions = functions};
