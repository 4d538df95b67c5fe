// SPDX-License-Identifier: MIT
// micropython.c: module micropython: memory reports, heap lock, scheduled callbacks.
#include "heap/report.h"
#include "modules/heap_snapshot.h"
#include "modules/output.h"
#include "modules/ring_io.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "port.h"
#include "state.h"
#include "text/str.h"

// ---- reports ----------------------------------------------------------------------------------

typedef void ReportFunction(const Report *report);

static void write_port(void *arg, const char *text, size_t size) {
    stdout_write(text, size);
}

// Text that is kept in a str; what does not fit is only counted.
typedef struct Kept {
    Str *str;
    size_t capacity, size;
} Kept;

static void write_kept(void *arg, const char *text, size_t size) {
    Kept *k = arg;
    if (k->size <= k->capacity && size <= k->capacity - k->size) {
        memcpy(k->str->text + k->size, text, size);
    }
    k->size += size;
}

// The text of a report as a str, whose own cell the report shows as free. Making room may collect
// and so change the report: then once more.
static Value report_text(ReportFunction *report, bool details) {
    Kept k = {NULL, 0, 0};
    Report r = {.write = write_kept, .arg = &k, .details = details};
    report(&r);
    while (!k.str || k.size > k.capacity) {
        heap_free(k.str);
        k = (Kept){NULL, k.size + k.size / 8, 0};
        k.str = str_alloc(k.capacity);
        r.hidden = &k.str->head;
        report(&r);
    }
    return str_finish(k.str, k.size);
}

static void print_report(ReportFunction *report, bool details) {
    if (stdout_is_port()) {
        report(&(Report){.write = write_port, .details = details, .colour = port_has_colour()});
    } else if (!is_none(rt.roots.standard_out)) {
        Value text = report_text(report, details);
        op_call_method(rt.roots.standard_out, N_write, 1, &text);
    }
}

static Value micropython_mem_info(size_t n, const Value *args) {
    print_report(report_memory, n > 0);
    return NONE;
}

static Value micropython_qstr_info(size_t n, const Value *args) {
    print_report(report_names, n > 0);
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

// ---- heap lock --------------------------------------------------------------------------------

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
        rt.attention = 1; // for what waited
    }
    return int_value(rt.heap.lock_depth);
}

static Value micropython_heap_locked(void) {
    return int_value(rt.heap.lock_depth);
}

// ---- the rest ---------------------------------------------------------------------------------

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
    if (!state_schedule(f, arg)) {
        raise_runtime_error("schedule queue full");
    }
    return NONE;
}

// Negative: Ctrl-C does nothing. Which character interrupts is the terminal's affair here.
static Value micropython_kbd_intr(Value c) {
    rt.interrupt_off = to_intptr(c) < 0;
    return NONE;
}

// Memory for exceptions when there is none; 0 gives it back.
static Value micropython_emergency_buffer(Value size) {
    intptr_t bytes = to_intptr(size);
    if (bytes < 0) {
        raise_value_error("size must not be negative");
    }
    heap_set_emergency((size_t)bytes);
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
    FUNCTION_1(N_heap_snapshot, micropython_heap_snapshot),
    FUNCTION_1(N_mark, micropython_mark),
    FUNCTION_1(N_alloc_emergency_exception_buf, micropython_emergency_buffer),
    NATIVE_END,
};

static const ModuleConst constants[] = {
    {N_RingIO, CONST_VALUE(&ring_io_type)},
    {NULL, {0}},
};

const ModuleDef micropython_module = {
    .name = N_micropython,
    .functions = functions,
    .constants = constants,
};
