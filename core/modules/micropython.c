// SPDX-License-Identifier: MIT
// micropython.c: module micropython: memory reports, heap lock, scheduled callbacks.
#include "heap/report.h"
#include "modules/output.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "state.h"
#include "text/str.h"

#define SCHEDULE_DEPTH 4

static void write_stdout(void *arg, const char *text, size_t size) {
    stdout_write(text, size);
}

static Value micropython_mem_info(size_t n, const Value *args) {
    report_print(n > 0, write_stdout, NULL);
    return NONE;
}

static Value micropython_mem_current(void) {
    return int_from((intptr_t)heap_used_bytes());
}

static Value micropython_mem_total(void) {
    return int_from((intptr_t)report_allocated_bytes());
}

static Value micropython_mem_peak(void) {
    return int_from((intptr_t)report_peak_bytes());
}

static Value micropython_stack_use(void) {
    return int_from((intptr_t)report_c_stack_used());
}

// ---- interned strings on the heap -------------------------------------------------------------------

typedef struct InternedCount {
    size_t strings, bytes, total;
    bool print;
} InternedCount;

static void count_interned(Cell *cell, size_t bytes, void *arg) {
    InternedCount *count = arg;
    const Str *s = (const Str *)cell;
    if (cell->type != &str_type || !s->interned) {
        return;
    }
    count->strings++;
    count->bytes += s->size + 1;
    count->total += bytes;
    if (count->print) {
        stdout_write("Q(", 2);
        stdout_write(s->text, s->size);
        stdout_write(")\n", 2);
    }
}

static Value micropython_qstr_info(size_t n, const Value *args) {
    InternedCount count = {0, 0, 0, false};
    heap_walk(count_interned, &count);
    Value text = str_formatted("qstr pool: n_pool=1, n_qstr=%z, n_str_data_bytes=%z, n_total_bytes=%z\n",
                               (intptr_t)count.strings, (intptr_t)count.bytes, (intptr_t)count.total);
    stdout_write(str_of(text)->text, str_of(text)->size);
    bool original = is_absent(rt.roots.standard_out) || same(rt.roots.standard_out, rt.roots.spare[1]);
    if (n > 0 && original) { // another stream would change the heap that is being walked
        count.print = true;
        heap_walk(count_interned, &count);
    }
    return NONE;
}

// ---- heap lock ------------------------------------------------------------------------------------------

static Value micropython_heap_lock(void) {
    if (rt.heap.lock_depth == UINT16_MAX) {
        raise_runtime_error("heap locked too often");
    }
    rt.heap.lock_depth++;
    return NONE;
}

static Value micropython_heap_unlock(void) {
    if (rt.heap.lock_depth) {
        rt.heap.lock_depth--;
    }
    return int_value(rt.heap.lock_depth);
}

static Value micropython_heap_locked(void) {
    return int_value(rt.heap.lock_depth);
}

// ---- the rest --------------------------------------------------------------------------------------------

static Value micropython_opt_level(size_t n, const Value *args) {
    if (n == 0) {
        return int_value(rt.optimise);
    }
    intptr_t level = to_intptr(args[0]);
    rt.optimise = (uint8_t)(level < 0 ? 0 : level > 9 ? 9 : level);
    return NONE;
}

static Value micropython_const(Value v) {
    return v;
}

static Value micropython_schedule(Value f, Value arg) {
    if (!op_callable(f)) {
        raise_type_error("'%T' object is not callable", f);
    }
    if (is_absent(rt.roots.pending_callbacks)) {
        rt.roots.pending_callbacks = cell_value(list_new(2 * SCHEDULE_DEPTH));
    }
    List *queue = list_of(rt.roots.pending_callbacks);
    if (queue->len >= 2 * SCHEDULE_DEPTH) {
        raise_runtime_error("schedule queue full");
    }
    list_append(queue, f);
    list_append(queue, arg);
    rt.attention = 1;
    return NONE;
}

static Value micropython_kbd_intr(Value c) {
    rt.interrupt_off = to_intptr(c) < 0;
    return NONE;
}

static Value micropython_emergency_buffer(Value size) { // exceptions are preallocated anyway
    to_intptr(size);
    return NONE;
}

static const Native functions[] = {
    FUNCTION_VAR(N_mem_info, micropython_mem_info, 0, 1),
    FUNCTION_VAR(N_qstr_info, micropython_qstr_info, 0, 1),
    FUNCTION_0(N_mem_current, micropython_mem_current),
    FUNCTION_0(N_mem_total, micropython_mem_total),
    FUNCTION_0(N_mem_peak, micropython_mem_peak),
    FUNCTION_0(N_stack_use, micropython_stack_use),
    FUNCTION_0(N_heap_lock, micropython_heap_lock),
    FUNCTION_0(N_heap_unlock, micropython_heap_unlock),
    FUNCTION_0(N_heap_locked, micropython_heap_locked),
    FUNCTION_VAR(N_opt_level, micropython_opt_level, 0, 1),
    FUNCTION_1(N_const, micropython_const),
    FUNCTION_2(N_schedule, micropython_schedule),
    FUNCTION_1(N_kbd_intr, micropython_kbd_intr),
    FUNCTION_1(N_alloc_emergency_exception_buf, micropython_emergency_buffer),
    NATIVE_END,
};

const ModuleDef micropython_module = {.name = N_micropython, .functions = functions};
