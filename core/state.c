// SPDX-License-Identifier: MIT
// state.c: the one structure of mutable state: set-up, tear-down, roots, pending events.
#include "state.h"
#include "modules/hooks.h"
#include "objects/class.h"
#include "objects/containers.h"
#include "objects/exception.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "port.h"
#include "text/str.h"
#include "vm/function.h"
#include <assert.h>
#include <string.h>

State rt;

_Static_assert(sizeof(Value) == sizeof(void *), "a Value is one word");
_Static_assert(sizeof(Roots) % sizeof(Value) == 0, "Roots is an array of words");

static void thread_init(Thread *t, const StateMemory *m) {
    memset(t, 0, sizeof *t);
    t->stack = t->top = m->stack;
    t->stack_end = m->stack + m->stack_words;
    t->frame = (Frame *)(void *)t->stack_end;
    t->c_stack_base = m->c_stack_base;
    t->c_stack_limit = m->c_stack_base - m->c_stack_bytes;
}

bool state_init(const StateMemory *memory) {
    memset((void *)&rt, 0, sizeof rt);
    rt.thread = &rt.main_thread;
    thread_init(rt.thread, memory);
    rt.stack_stop = (uintptr_t)rt.thread->c_stack_limit;
    state_set_recursion_limit(1000);
    rt.digits_limit = INT_DIGITS_DEFAULT;
    rt.namespace_version = 1;
    if (!heap_init(memory->heap, memory->heap_bytes)) {
        return false;
    }
    Catch c;
    volatile bool done = false;
    if (TRY(c)) {
        rt.roots.modules = cell_value(dict_new(0));
        exceptions_init();
        rt.roots.path = cell_value(list_new(0));
        rt.roots.argv = cell_value(list_new(0));
        rt.roots.main_module = module_new(N___main__, NULL);
        dict_set_name(dict_of(rt.roots.modules), N___main__, rt.roots.main_module);
        catch_leave(&c);
        done = true;
    }
    return done;
}

void state_run_due(void) {
    if (rt.heap.due_refs) {
        weakref_run_callbacks();
    }
    if (rt.heap.due_count) {
        heap_run_finalisers();
    }
    if (rt.heap.unreported) {
        gc_report_collections();
    }
}

void state_set_recursion_limit(uint32_t frames) {
    rt.recursion_limit = frames;
    size_t room = (size_t)((char *)rt.thread->stack_end - (char *)rt.thread->stack);
    size_t most = room / sizeof(Frame);
    rt.thread->frame_limit = (Frame *)(void *)rt.thread->stack_end - (frames < most ? frames : most);
}

void state_finish(void) {
    rt.heap.lock_depth = 0;
    rt.scheduled_count = 0;
    if (finalise_has_words() || rt.heap.refs.used > 0) { // else a collection makes nothing happen
        heap_collect();
    }
    state_run_due();
    weakref_run_at_exit();
    heap_finalise_all();
}

void state_visit_roots(Visitor *visitor) {
    Value *v = (Value *)(void *)&rt.roots;
    for (size_t i = 0; i < sizeof rt.roots / sizeof(Value); i++) {
        visit(visitor, &v[i]);
    }
    visit_cell(visitor, &rt.intern.table);
    visit_cell(visitor, &rt.heap.emergency);
}

// ---- scheduled callbacks -----------------------------------------------------------------------

bool state_schedule(Value f, Value arg) {
    assert(is_present(f));
    if (rt.scheduled_count == SCHEDULE_DEPTH) {
        return false;
    }
    unsigned free = (rt.scheduled_first + rt.scheduled_count) % SCHEDULE_DEPTH;
    Value *slot = &rt.roots.scheduled[2 * free];
    slot[0] = f;
    slot[1] = arg;
    rt.scheduled_count++;
    rt.attention = 1;
    return true;
}

// Calls the one that waits longest. Its exceptions are printed, as the program that happens to be
// running has nothing to do with them, unless they are to end that program.
static void run_scheduled(void) {
    Value *slot = &rt.roots.scheduled[2 * rt.scheduled_first];
    Value f = slot[0], arg = slot[1];
    slot[0] = slot[1] = ABSENT;
    rt.scheduled_first = (rt.scheduled_first + 1) % SCHEDULE_DEPTH;
    rt.scheduled_count--;
    Value handled = rt.thread->handled; // by the program, not by the callback
    volatile bool done = false;
    Catch c;
    rt.thread->handled = ABSENT;
    rt.in_scheduled = true;
    if (TRY(c)) {
        op_call_1(f, arg);
        catch_leave(&c);
        done = true;
    }
    rt.in_scheduled = false;
    rt.thread->handled = handled;
    if (done) {
        return;
    }
    if (!exception_matches(c.exception, &exception_type)) {
        rt.attention = rt.scheduled_count > 0;
        raise_again(c.exception);
    }
    hook_print(c.exception);
}

// Those that wait now; what they schedule comes at the next occasion.
static void run_all_scheduled(void) {
    for (unsigned n = rt.scheduled_count; n > 0 && rt.scheduled_count > 0; n--) {
        run_scheduled();
    }
    if (rt.scheduled_count) {
        rt.attention = 1;
    }
}

// ---- pending events ----------------------------------------------------------------------------

void interrupt_clear(void) { // a signal may come between any two lines
    rt.interrupt = false;
    rt.stack_stop = (uintptr_t)rt.thread->c_stack_limit;
    if (rt.interrupt) {
        rt.stack_stop = UINTPTR_MAX;
    }
}

void poll_dropped(Value exception) {
    poll_release(rt.interrupted && exception_matches(exception, &keyboard_interrupt_type));
}

bool poll_hold(void) {
    bool held = rt.interrupt;
    rt.interrupted = false;
    interrupt_clear();
    return held;
}

void poll_release(bool held) {
    if (held) {
        interrupt_set();
    }
}

void poll_copy(void *to, const void *from, size_t size) {
    assert_hot(size == 0 || (to && from));
    while (size > POLL_BYTES) {
        memcpy(to, from, POLL_BYTES);
        poll_interrupt();
        to = (char *)to + POLL_BYTES;
        from = (const char *)from + POLL_BYTES;
        size -= POLL_BYTES;
    }
    if (size) { // `from` may be NULL
        memcpy(to, from, size);
    }
}

void poll_fill(void *to, uint8_t byte, size_t size) {
    assert_hot(size == 0 || to);
    while (size > POLL_BYTES) {
        memset(to, byte, POLL_BYTES);
        poll_interrupt();
        to = (char *)to + POLL_BYTES;
        size -= POLL_BYTES;
    }
    if (size) {
        memset(to, byte, size);
    }
}

void poll_slow(void) {
    stack_wipe(); // a collection may have asked for it: note_collection()
    rt.attention = 0;
    port_poll();
    if (rt.interrupt) {
        rt.attention = 1; // what else there is comes after it
        poll_raise();
    }
    if (!rt.heap.lock_depth) {
        state_run_due();
    }
    heap_refill_emergency();
    if (rt.scheduled_count && !rt.in_scheduled) {
        run_all_scheduled();
    }
}

void number_poll(void) {
    poll_interrupt();
}
