// SPDX-License-Identifier: MIT
// fail_server.c: runs one program again and again with another allocation failing each time.
//
// Part of the stress build, between main.c and the core (linked with --wrap): with
// FAIL_SERVER="SECONDS REQUESTS ANSWERS" in the environment, -X failalloc does not start the
// program but reads requests "N once" or "N forever" from the descriptor REQUESTS. Each is run in a
// forked child, and answered on the descriptor ANSWERS by
//
//     STATUS FIRED STAGE COUNT
//
//   STATUS  exit code, or minus the signal that ended it (24: it took SECONDS of processor time,
//   14: it
//           waited)
//   FIRED   1: an allocation failed
//   STAGE   how far it came: 0 the program did not end, 1 it ended, 2 the heap was found sound,
//           3 another program has run in it
//   COUNT   of the allocations up to the failing one, or of all
//
// What the child prints goes to descriptors 1 and 2, which are cut to nothing before.
#include "compile/compile.h"
#include "objects/containers.h"
#include "text/buffer.h"
#include "unix/file.h"
#include "unix/unix.h"
#include "vm/vm.h"
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

void __real_heap_fail_after(size_t n, bool forever);
void __real_files_close_all(void);
void __wrap_heap_fail_after(size_t n, bool forever);
void __wrap_files_close_all(void);

typedef struct Outcome { // shared by server and child
    size_t asked, count;
    int fired, stage;
} Outcome;

static Outcome *outcome; // NULL: no server, failalloc works as usual
static unsigned seconds;
static int requests, answers; // descriptors

// Runs in the program's place, so to the heap it is the program.
static const char canary[] =
    "class Node:\n"
    "    def __init__(self, name, *rest): self.name, self.rest = name, list(rest)\n"
    "    def __len__(self): return 1 + sum(map(len, self.rest))\n"
    "def walk(node, depth=0):\n"
    "    yield depth, node.name\n"
    "    for n in node.rest: yield from walk(n, depth + 1)\n"
    "tree = Node('a', Node('b', Node('c')), *[Node('n%d' % i) for i in range(40)])\n"
    "found = {name: depth for depth, name in walk(tree)}\n"
    "assert len(tree) == len(found) == 43 and found['c'] == 2\n"
    "try:\n"
    "    found['nothing']\n"
    "except KeyError as e:\n"
    "    assert e.args == ('nothing',)\n"
    "else:\n"
    "    assert False\n"
    "assert sorted(found)[:3] == ['a', 'b', 'c'] and 7 ** 70 % 1000 == 249\n"
    "assert b'-'.join([bytes([i]) for i in range(65, 70)]).decode() == 'A-B-C-D-E'\n";

static void run_canary(void *arg) {
    Reader r;
    reader_from_text(&r, bytes_new(canary, sizeof canary - 1));
    Value code = compile_source(&r, str_value(N__string), PARSE_FILE, 0);
    code_run(code, dict_new(0), ABSENT);
}

// What the program left switched off is on again, and its own objects are gone.
static void restore_heap(Heap *h) {
    h->threshold = SIZE_MAX;
    h->fail_at = 0;
    h->lock_depth = 0;
    h->auto_collect = true;
    state_set_recursion_limit(1000);
    heap_collect();
    dict_clear(module_dict(rt.roots.main_module));
    rt.roots.last_value = ABSENT;
}

// The program has ended, the interpreter has not.
void __wrap_files_close_all(void) {
    plant_fault();
    if (outcome) {
        Heap *h = &rt.heap;
        outcome->stage = 1;
        outcome->count = outcome->asked - h->fail_at;
        outcome->fired = h->fail_forever ? h->fail_at == 1 : h->fail_at == 0;
        restore_heap(h);
        heap_compact(0);
        outcome->stage = 2;
        if (run_guarded(run_canary, NULL) == 0) {
            outcome->stage = 3;
        }
    }
    __real_files_close_all();
}

static bool read_request(size_t *n, bool *forever) {
    char line[64];
    size_t size = 0;
    while (size < sizeof line - 1 && read(requests, line + size, 1) == 1) {
        if (line[size++] == '\n') {
            line[size] = 0;
            *n = strtoul(line, NULL, 10);
            *forever = strstr(line, "forever") != NULL;
            return *n > 0;
        }
    }
    return false;
}

static void answer(int status) {
    char line[80];
    int code = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
    int size = snprintf(line, sizeof line, "%d %d %d %zu\n", code, outcome->fired, outcome->stage,
                        outcome->count);
    if (write(answers, line, (size_t)size) != size) {
        _exit(1);
    }
}

static void serve_in_child(size_t n, bool forever) {
    close(requests);
    close(answers);
    struct rlimit limit = {seconds, seconds + 5};
    setrlimit(RLIMIT_CPU, &limit);
    alarm(seconds * 20);
    outcome->asked = n;
    __real_heap_fail_after(n, forever);
}

// Returns in each child, to run the program; the server itself ends here.
static void serve(void) {
    size_t n;
    bool forever;
    while (read_request(&n, &forever)) {
        *outcome = (Outcome){0};
        if (ftruncate(1, 0) || lseek(1, 0, SEEK_SET) || ftruncate(2, 0)) {
            _exit(1);
        }
        pid_t child = fork();
        if (child == 0) {
            serve_in_child(n, forever);
            return;
        }
        int status;
        if (child < 0 || waitpid(child, &status, 0) < 0) {
            _exit(1);
        }
        answer(status);
    }
    _exit(0);
}

void __wrap_heap_fail_after(size_t n, bool forever) {
    const char *text = getenv("FAIL_SERVER");
    if (!text) {
        __real_heap_fail_after(n, forever);
        return;
    }
    if (sscanf(text, "%u %d %d", &seconds, &requests, &answers) != 3) {
        _exit(1);
    }
    outcome =
        mmap(NULL, sizeof *outcome, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (outcome == MAP_FAILED) {
        _exit(1);
    }
    serve();
}
