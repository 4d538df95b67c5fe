# SPDX-License-Identifier: MIT
"""Runs random allocation-heavy programs in heaps just large enough and compares with CPython.

    python3 coverage/fuzz_heap.py [-b BINARY] [--stress BINARY] [--seeds 1:40] [-j N] [--keep DIR]

A program is a mix of the actors of coverage/heap_actors.py, stepped in random order, each with state
that lives on: containers that grow and shrink, views, iterators and generators in the middle of
their way, closures, classes, exceptions with their tracebacks, objects found by id() or hash. It
prints digests of what the steps return.

The smallest heap in which a program completes is found by bisection; then it runs in heaps up to a
tenth larger, where collections and compactions happen all the time, and in the stress build with
a compaction at every n-th allocation. To run out of memory there is no finding (it is counted):
other output than CPython's is.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
BUILDS = os.path.join(os.path.dirname(HERE), "build")
with open(os.path.join(HERE, "heap_actors.py"), encoding="utf-8") as f:
    BLOCKS = f.read().split("\n\n\n")
ACTORS = {b[6:b.index("(")]: b for b in BLOCKS if b.startswith("class ") and b.split("\n")[0].endswith("(Actor):")}
STEP = 256             # bytes by which heaps differ
SLACK = (0, 1, 3, 10)  # per cent above the smallest heap


def program(seed):
    """The text of the program of a seed."""
    r = random.Random(seed)
    names = [r.choice(list(ACTORS)) for _ in range(r.randrange(2, 8))]
    made = ", ".join(f"{n}({r.choice((4, 8, 16, 40))})" for n in names)
    blocks = [b for b in BLOCKS if b not in ACTORS.values() or b in [ACTORS[n] for n in names]]
    blocks.append(f"run([{made}], {r.randrange(1, 1 << 24)}, {r.choice((100, 200, 400))})\n")
    return "\n\n\n".join(blocks)


class Runner:
    """Runs one program in interpreters."""

    def __init__(self, options, seed, directory):
        self.options = options
        self.path = os.path.join(directory, f"heap-{seed}.py")
        with open(self.path, "w", encoding="utf-8") as f:
            f.write(program(seed))

    def run(self, command, env=None):
        """(exit code, output, last line of stderr); code None: it did not end."""
        try:
            p = subprocess.run([*command, self.path], stdin=subprocess.DEVNULL, capture_output=True,
                               timeout=self.options.seconds, env=dict(os.environ, **(env or {"STRESS_EVERY": "0"})))
        except subprocess.TimeoutExpired:
            return None, "", "does not end"
        lines = p.stderr.decode(errors="replace").strip().splitlines() or [""]
        return p.returncode, p.stdout.decode(errors="replace"), lines[-1]

    def in_heap(self, blocks, binary=None, env=None):
        return self.run([binary or self.options.binary, "-X", f"heapsize={blocks * STEP}"], env)

    def smallest(self):
        """The smallest heap that does, in steps of STEP bytes, and the runs it took."""
        low, high, runs = 4096 // STEP, (8 << 20) // STEP, 0
        while high - low > 1:
            middle = min((low + high) // 2, low * 2)
            runs += 1
            if self.in_heap(middle)[0] == 0:
                high = middle
            else:
                low = middle
        return high, runs


def is_out_of_memory(result):
    return result[0] == 1 and ("MemoryError" in result[2] or "heap is too small" in result[2])


def examine(options, seed):
    """Runs the program of a seed everywhere: (counts, findings)."""
    counts, findings = Counter(programs=1), []
    with tempfile.TemporaryDirectory() as directory:
        runner = Runner(options, seed, directory)
        expected = runner.run([sys.executable, "-X", "utf8"])
        if expected[0] != 0:
            return counts, [f"seed {seed}: CPython fails: {expected[2]}"]
        smallest, counts["runs"] = runner.smallest()
        counts["heap bytes"] = smallest * STEP
        r = random.Random(seed)
        attempts = [(smallest + smallest * s // 100, options.binary, None) for s in SLACK]
        every = r.choice((1, 2, 3, 5, 7, 13, 29)) * (1 + smallest * STEP // 30000)  # else it takes minutes
        env = {"STRESS_EVERY": str(every)}
        for factor in (1, 4) if options.stress else ():
            attempts.append((smallest * factor + smallest // 20, options.stress, env))
        for blocks, binary, env in attempts:
            result = runner.in_heap(blocks, binary, env)
            counts["runs"] += 1
            if is_out_of_memory(result):
                counts["out of memory"] += 1
                counts["out of memory at 10 %"] += blocks >= smallest * 11 // 10
            elif result[:2] != expected[:2]:
                findings.append(f"seed {seed}: {os.path.relpath(binary)} -X heapsize={blocks * STEP} "
                                f"{env or ''}: exit {result[0]}, {result[2][-200:]}")
        if findings and options.keep:
            os.replace(runner.path, os.path.join(options.keep, os.path.basename(runner.path)))
    return counts, findings


def parse_options():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("-b", "--binary", default=os.path.join(BUILDS, "unix", "micropython"))
    p.add_argument("--stress", default=os.path.join(BUILDS, "stress", "micropython"), metavar="BINARY",
                   help="the stress build; '' for none")
    p.add_argument("--seeds", default="1:40", metavar="FIRST:LAST")
    p.add_argument("--seconds", type=float, default=300, help="time limit of a run")
    p.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    p.add_argument("--keep", help="directory for programs that differ")
    options = p.parse_args()
    options.binary = os.path.abspath(options.binary)
    options.stress = options.stress and os.path.abspath(options.stress)
    return options


def main():
    options = parse_options()
    first, _, last = options.seeds.partition(":")
    start, total, failed = time.time(), Counter(), 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for counts, findings in pool.map(lambda s: examine(options, s), range(int(first), int(last or first) + 1)):
            total += counts
            failed += bool(findings)
            for line in findings:
                print(line, flush=True)
    programs = total["programs"]
    print(f"{programs} programs, {total['runs']} runs, heaps of {total['heap bytes'] // programs} bytes on average, "
          f"{total['out of memory']} out of memory ({total['out of memory at 10 %']} in a heap a tenth larger), {time.time() - start:.0f} s")
    print(f"{programs - failed} passed, {failed} failed, 0 skipped")
    sys.exit(1 if failed else 0)


main()
