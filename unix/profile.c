// SPDX-License-Identifier: MIT
// profile.c: samples of the stack of Python lines.
//
// A thousand times a second a signal notes where the program is, in two steps. The handler copies
// the function and the instruction of each frame, and the machine's registers; it reads nothing
// from the heap, which may be in any state, and sets the attention flag. At the next look at that
// flag, which comes within microseconds but for long operations in C, profile_poll() turns the note
// into a site (sites.h) and adds the processor time passed until the last tick. So the sample is of
// the moment of the tick, but what follows in a long operation counts for the line that ran at its
// first tick.
//
// The frame of the running function has the instruction of the last SAVE() only; the true one is in
// a register of the loop, or on its stack. Where shows by counting: it is the word of these that
// most often lies at another place than before in the bytecode of the innermost frame.
#include "unix/profile.h"
#include "heap/collect.h"
#include "port.h"
#include "unix/heap_watch.h"
#include "unix/sites.h"
#include "vm/function.h"
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <ucontext.h>

#define TICK_US 1000
#define LONGEST 5       // bytes of an instruction, or nearly
#define MOST_FRAMES 256 // of deeper stacks, half of that at either end
#define CONTEXT_WORDS (sizeof(mcontext_t) / sizeof(uintptr_t))
#define REGISTERS (CONTEXT_WORDS < 40 ? CONTEXT_WORDS : 40) // those of the context
// What is looked at on the C stack too, where there are too few registers to keep it in one.
#ifdef __i386__
#define STACK_WORDS 16
#define STACK_POINTER 7
#else
#define STACK_WORDS 0
#define STACK_POINTER 0 // any
#endif
#define WORDS (REGISTERS + STACK_WORDS)

typedef struct Place {
    const Function *function;
    const uint8_t *pc;
} Place;

typedef struct Note {
    volatile sig_atomic_t taken; // until it is filed, ticks only add time to it
    bool collecting, compiling;
    size_t collections, compactions; // so far
    size_t count, left_out;
    Place places[MOST_FRAMES]; // innermost first
    uintptr_t words[WORDS];    // registers, then the stack from its pointer on; 0: not known
} Note;

static struct {
    char *path; // NULL: no profile
    const char *program;
    Sites sites;
    Note note;
    uint64_t now, filed;    // processor time at the last tick; up to which it is in `sites`
    size_t collections;     // when the addresses in the cache of `sites` were good
    uintptr_t words[WORDS]; // of the last note
    size_t hits[WORDS];     // how often a word was in the bytecode, and not where it was before
} profile;

// ---- the tick
// ------------------------------------------------------------------------------------

static void copy_frames(Note *n) {
    const Frame *f = rt.thread->frame;
    size_t depth = (size_t)((const Frame *)(const void *)rt.thread->stack_end - f);
    n->count = depth < MOST_FRAMES ? depth : MOST_FRAMES;
    n->left_out = depth - n->count;
    for (size_t i = 0; i < n->count; i++) {
        const Frame *from = &f[i < MOST_FRAMES / 2 ? i : i + n->left_out];
        n->places[i] = (Place){from->function, from->pc};
    }
}

static void copy_machine(Note *n, const mcontext_t *machine) {
    memcpy(n->words, machine, REGISTERS * sizeof(uintptr_t));
    const void *sp = (const void *)n->words[STACK_POINTER];
    memcpy(n->words + REGISTERS, sp, STACK_WORDS * sizeof(uintptr_t));
}

static void on_tick(int number, siginfo_t *info, void *context) {
    Note *n = &profile.note;
    uint64_t now = port_cpu_ns();
    if (now - profile.now < TICK_US * 1000 / 8) {
        return; // it sleeps
    }
    profile.now = now;
    if (!n->taken) {
        n->taken = 1;
        n->collecting = rt.heap.collecting;
        n->compiling = is_present(rt.roots.compiler);
        n->collections = rt.heap.collections;
        n->compactions = rt.heap.compactions;
        copy_frames(n);
        copy_machine(n, &((ucontext_t *)context)->uc_mcontext);
    }
    rt.attention = 1;
}

static void set_timer(long us) {
    struct itimerval t = {{0, us}, {0, us}};
    setitimer(ITIMER_REAL, &t, NULL);
}

static void hold_ticks(bool hold) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGALRM);
    sigprocmask(hold ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

// ---- from notes to sites
// -------------------------------------------------------------------------

static bool is_cell_of(const void *p, const Type *type) {
    return (const void *)heap_find_cell((uintptr_t)p) == p && ((const Cell *)p)->type == type;
}

// The tick may have come while a frame was being pushed or popped: NULL if it is none.
static const Code *code_at(const Place *p) {
    if (!is_cell_of(p->function, &function_type) || !is_cell_of(p->function->code, &code_type)) {
        return NULL;
    }
    const Code *c = p->function->code;
    return p->pc >= code_bytes(c) && p->pc < code_bytes(c) + code_size(c) ? c : NULL;
}

// The instruction that was being run, as the registers say; else as the frame does. It does if they
// say the one after it, for the loop may be there already while it waits for a C function.
static const uint8_t *running_pc(const Note *n, const Code *c) {
    uintptr_t start = (uintptr_t)code_bytes(c);
    size_t best = 0;
    for (size_t i = 0; i < WORDS; i++) {
        bool moved = n->words[i] != profile.words[i];
        profile.hits[i] += moved && n->words[i] - start < code_size(c);
        profile.words[i] = n->words[i];
        best = profile.hits[i] > profile.hits[best] ? i : best;
    }
    uintptr_t found = n->words[best], after = found - (uintptr_t)n->places[0].pc;
    bool known = found - start < code_size(c) && after > LONGEST;
    return known ? (const uint8_t *)found : n->places[0].pc;
}

// What is no line of Python.
static uint32_t step_aside(uint32_t site, const char *what) {
    return sites_number(&profile.sites, site, sites_text("", 0), 0, sites_text(what, strlen(what)));
}

static uint32_t site_of(const Note *n) {
    uint32_t site = 0;
    for (size_t i = n->count; i-- > 0;) {
        const Code *c = code_at(&n->places[i]);
        if (c) {
            const uint8_t *pc = i ? n->places[i].pc : running_pc(n, c);
            site = sites_step(&profile.sites, site, c, pc);
        }
        if (n->left_out && i == MOST_FRAMES / 2) {
            site = step_aside(site, "<calls left out>");
        }
    }
    site = n->compiling ? step_aside(site, "<compiler>") : site;
    site = n->collecting ? step_aside(site, "<collector>") : site;
    return site ? site : step_aside(site, "<interpreter>");
}

// A collection may have freed what it names, if that was left meanwhile; a compaction moved all.
static void renew(Note *n) {
    if (n->collections != rt.heap.collections || n->compactions != rt.heap.compactions) {
        copy_frames(n);
        memset(n->words, 0, sizeof n->words);
    }
    if (profile.collections != rt.heap.collections) {
        profile.collections = rt.heap.collections;
        sites_forget_addresses(&profile.sites);
    }
}

void profile_poll(void) {
    Note *n = &profile.note;
    if (!n->taken) {
        return;
    }
    hold_ticks(true);
    renew(n);
    profile.sites.at[site_of(n)].ns += profile.now - profile.filed;
    profile.filed = profile.now;
    n->taken = 0;
    hold_ticks(false);
}

// ---- start and end
// -------------------------------------------------------------------------------

bool profile_start(const Options *o) {
    if (!o->profile) {
        return true;
    }
    profile.path = heap_file_check(o->profile);
    if (!profile.path) {
        return false;
    }
    if (!sites_init(&profile.sites)) {
        fputs("micropython: there is no memory for the tables of the profile\n", stderr);
        return false;
    }
    struct sigaction a;
    memset(&a, 0, sizeof a);
    a.sa_sigaction = on_tick;
    a.sa_flags = SA_SIGINFO | SA_RESTART;
    sigemptyset(&a.sa_mask);
    sigaction(SIGALRM, &a, NULL);
    profile.program = run_program_name();
    profile.now = profile.filed = port_cpu_ns();
    set_timer(TICK_US);
    return true;
}

// Numbers the files, lines and functions, whoever called them: *number of each site's. The list of
// them. False if there is no memory.
static bool number_frames(Sites *frames, uint32_t *number) {
    for (uint32_t i = 1; i < profile.sites.count; i++) {
        const Site *s = &profile.sites.at[i];
        number[i] = sites_number(frames, 0, s->file, s->line, s->function) - 1;
    }
    return !frames->full;
}

static void write_frames(Lines *l, const Sites *frames) {
    for (uint32_t i = 1; i < frames->count; i++) {
        const Site *s = &frames->at[i];
        lines_raw(l, i > 1 ? "," : "");
        lines_open_text(l, "name", s->function, strlen(s->function));
        if (*s->file) {
            lines_text(l, "file", s->file, strlen(s->file));
            lines_number(l, "line", s->line);
        }
        lines_close(l);
    }
}

// From the outermost call to the site.
static void write_stack(Lines *l, uint32_t site, const uint32_t *number) {
    uint32_t stack[MOST_FRAMES + 4];
    size_t n = 0;
    for (; site; site = profile.sites.at[site].parent) {
        stack[n++] = number[site];
    }
    lines_raw(l, "[");
    while (n-- > 0) {
        lines_digits(l, stack[n]);
        lines_raw(l, n ? "," : "]\n");
    }
}

// The time of all samples.
static uint64_t write_samples(Lines *l, const uint32_t *number) {
    uint64_t all = 0;
    const char *before = "";
    for (uint32_t i = 1; i < profile.sites.count; i++) {
        if (profile.sites.at[i].ns) {
            lines_raw(l, before);
            write_stack(l, i, number);
            before = ",";
            all += profile.sites.at[i].ns;
        }
    }
    return all;
}

static void write_weights(Lines *l) {
    const char *before = "";
    for (uint32_t i = 1; i < profile.sites.count; i++) {
        if (profile.sites.at[i].ns) {
            lines_raw(l, before);
            lines_digits(l, profile.sites.at[i].ns);
            before = ",";
        }
    }
}

// The format is https://www.speedscope.app/file-format-schema.json.
static void write_profile(Lines *l, const Sites *frames, const uint32_t *number) {
    lines_open_text(l, "$schema", "https://www.speedscope.app/file-format-schema.json", 50);
    lines_text(l, "exporter", "micropython " VERSION_TEXT, strlen("micropython " VERSION_TEXT));
    lines_text(l, "name", profile.program, strlen(profile.program));
    lines_number(l, "activeProfileIndex", 0);
    lines_raw(l, ",\n\"shared\":{\"frames\":[\n");
    write_frames(l, frames);
    lines_raw(l, "]},\n\"profiles\":[{\"type\":\"sampled\",\"unit\":\"nanoseconds\"");
    lines_text(l, "name", profile.program, strlen(profile.program));
    lines_raw(l, ",\n\"samples\":[\n");
    uint64_t all = write_samples(l, number);
    lines_raw(l, "],\n\"weights\":[");
    write_weights(l);
    lines_raw(l, "],\n\"startValue\":0");
    lines_number(l, "endValue", all);
    lines_raw(l, "}]}\n");
}

static bool no_memory(void) {
    fprintf(stderr, "micropython: can't write '%s': there is no memory for it\n", profile.path);
    return false;
}

static bool write_spooled(void *spool, const Sites *frames, const uint32_t *number) {
    Lines l;
    lines_init(&l, port_spool_add, spool);
    write_profile(&l, frames, number);
    if (lines_flush(&l)) {
        return no_memory();
    }
    size_t size;
    const char *text = port_spool_text(spool, &size);
    return heap_file_text(profile.path, text, size);
}

static bool write_file(void) {
    Sites frames;
    uint32_t *number = malloc(profile.sites.count * sizeof *number);
    void *spool = port_spool_new();
    bool ready = sites_init(&frames) && number && spool && number_frames(&frames, number);
    bool done = ready ? write_spooled(spool, &frames, number) : no_memory();
    sites_free(&frames);
    free(number);
    if (spool) {
        port_spool_free(spool);
    }
    return done;
}

int profile_finish(int code) {
    if (!profile.path) {
        return code;
    }
    set_timer(0);
    signal(SIGALRM, SIG_IGN);
    profile_poll();
    return write_file() || code ? code : 1;
}
