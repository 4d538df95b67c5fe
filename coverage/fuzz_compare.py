# SPDX-License-Identifier: MIT
"""Runs random programs here, in heaps of 40 KiB to 2 MiB, and in CPython and compares what they print.

    python3 coverage/fuzz_compare.py [-b BINARY] [--seeds FIRST:LAST] [--seconds S] [-j N] [--keep DIR]

Programs are made of the scenes in coverage/random_scenes.py and coverage/random_classes.py. To run out of
memory is no difference if the program prints the same in a larger heap; to crash or not to end is one
in any heap. coverage/fuzz_compare.toml has what CPython before 3.14 says otherwise and the differences that are
known; programs with one of those are counted as skipped. Any other difference is
shrunk to a few lines (coverage/shrink_program.py), which are printed with both outputs.
"""

import argparse
import gc
import os
import random
import re
import signal
import sys
import tempfile
import time
import tomllib
import warnings
from collections import Counter
from multiprocessing import Pool

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from random_program import END_OF_PRELUDE, Maker
from random_scenes import SCENES
from shrink_program import Shrinker
from warm_python import Server, alone, read_all

HEAPS = (40, 48, 64, 64, 96, 128, 256, 512, 1024, 2048)  # KiB
LARGE = 16 << 10
SECONDS = 20  # what a program may take
CPYTHON_SECONDS = 1  # of processor time
ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def program(seed):
    m = Maker(seed)
    scenes, weights = zip(*SCENES)
    for scene in m.r.choices(scenes, weights, k=m.pick(1, 1, 2, 2, 3)):
        scene(m)
    return m.text()


def exception_in(errors):
    """The type of the exception that ended a program, from its traceback."""
    shown = re.split(r"\n\n(?:During|The above)[^\n]*\n\n", errors.partition("Exception ignored")[0])[-1]
    found = re.search(r"^(?:  \| )?(\w+)(?::|$)", shown, re.M)
    return found[1] if found else ""


def here(options, path, heap):
    fd, write = os.pipe()
    errors = os.open(path + ".err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    null = os.open(os.devnull, os.O_RDONLY)
    pid = os.posix_spawn(options.binary, [options.binary, "-X", f"heapsize={heap}K", path], os.environ,
                         file_actions=[(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_DUP2, errors, 2)])
    for f in (write, errors, null):
        os.close(f)
    code, output = read_all(pid, fd, SECONDS)
    with open(path + ".err", encoding="utf-8", errors="replace") as f:
        errors = f.read()
    if code == 1:
        output += f"uncaught {exception_in(errors)}\n"
    return code, output, errors


def before_end(output):
    return output.partition("\nend\n")[0]


def without_exit(wanted, got):
    """`got` without what its generators print when an exception ends the program: CPython's child has left before."""
    head, _, last = wanted.rstrip("\n").rpartition("\n")
    ended = last.startswith("uncaught ") and got.startswith(head) and got.rstrip("\n").endswith("\n" + last)
    return wanted if ended else got


def is_close(x, y, close):
    """Do two lines end with numbers whose difference is that small, relative to them?"""
    a, b = (float(line.rpartition(" ")[2]) for line in (x, y))
    return abs(a - b) <= close * max(abs(a), abs(b))


class Explained:
    """The table of explained differences: what is replaced in both outputs, programs that are left out."""

    def __init__(self, path):
        with open(path, "rb") as f:
            table = tomllib.load(f)
        self.texts = [(re.compile(t["old"]), t["new"]) for t in table.get("text", [])]
        self.known = [(re.compile(t["cpython"]), re.compile(t["here"]), re.compile(t.get("in", ""), re.M), t.get("close"), t["reason"]) for t in table.get("known", [])]
        self.programs = [re.compile(t["program"], re.M) for t in table.get("program", [])]

    def normal(self, output):
        output = ADDRESS.sub(" at 0x", before_end(output))
        for old, new in self.texts:
            output = old.sub(new, output)
        return output

    def reason(self, text, wanted, got):
        """Why the table knows the first difference of what a program printed, or None."""
        x, y = first_difference(wanted, got)
        return next((reason for cpython, ours, part, close, reason in self.known
                     if cpython.search(x) and ours.search(y) and part.search(text) and (close is None or is_close(x, y, close))), None)

    def not_comparable(self, text, output):
        return "RecursionError" in output or "MemoryError" in output or "does not end" in output or any(p.search(text) for p in self.programs)


class Comparison:
    def __init__(self, options):
        self.options = options
        self.explained = Explained(os.path.join(HERE, "fuzz_compare.toml"))
        self.path = os.path.join(options.directory, f"program-{os.getpid()}.py")
        self.server = Server(CPYTHON_SECONDS)

    def run(self, text, heap):
        """(what happened, expected lines, actual lines); what: same, memory, skipped, known, differs, crash."""
        expected = self.server.run(text)
        if self.is_skipped(text, expected):
            return "skipped", [], []
        code, output, errors = self.here(text, heap)
        if code not in (0, 1) or "Assertion `" in errors or "Sanitizer" in errors or "runtime error" in errors:
            return "crash", [], [f"exit {code}", *output.splitlines()[-1:], *errors.splitlines()[-4:]]
        if before_end(expected[1]) == before_end(output):
            return "same", [], []
        expected = alone(text, CPYTHON_SECONDS)
        if self.is_skipped(text, expected):
            return "skipped", [], []
        wanted, got = self.explained.normal(expected[1]), self.explained.normal(output)
        got = without_exit(wanted, got)
        if wanted == got:
            return "same", [], []
        if heap < LARGE and ("MemoryError" in output or "MemoryError" in errors or "heap is too small" in errors):
            what, wanted, got = self.run(text, LARGE)
            return "memory" if what == "same" else what, wanted, got
        wanted, got = wanted.splitlines(), got.splitlines()
        return "known" if self.explained.reason(text, wanted, got) else "differs", wanted, got

    def is_skipped(self, text, expected):
        return expected[0] not in (0, 1) or self.explained.not_comparable(text, expected[1])

    def here(self, text, heap):
        with open(self.path, "w", encoding="utf-8") as f:
            f.write(text)
        return here(self.options, self.path, heap)

    def examine(self, seed):
        text = program(seed)
        heap = random.Random(seed).choice(HEAPS)
        what, wanted, got = self.run(text, heap)
        if what == "known" and self.options.known:
            return what, "\n".join([f"seed {seed}: {self.explained.reason(text, wanted, got)}", *["  " + line[:200] for line in first_difference(wanted, got)]])
        if what not in ("differs", "crash"):
            return what, ""
        small = text
        if self.options.shrink:
            kind = signature(wanted, got)
            prelude, start, scenes = text.partition(END_OF_PRELUDE)

            def holds(candidate):
                w, x, y = self.run(prelude + start + candidate, heap)
                return w == what and (what == "crash" or signature(x, y) == kind)
            small = Shrinker(holds, self.options.shrink).shrink(scenes)
            what, wanted, got = self.run(prelude + start + small, heap)
        if self.options.keep:
            os.makedirs(self.options.keep, exist_ok=True)
            with open(os.path.join(self.options.keep, f"differs-{seed}.py"), "w", encoding="utf-8") as f:
                f.write(small)
        lines = got if what == "crash" else first_difference(wanted, got)
        return what, "\n".join([f"seed {seed}: {what} in {heap} KiB (CPython's line, then ours)",
                                *["    " + line for line in small.splitlines()], *["  " + line[:400] for line in lines]])


def first_difference(wanted, got):
    """The first lines that differ; '(nothing)' after the end."""
    at = next((i for i, (x, y) in enumerate(zip(wanted, got)) if x != y), min(len(wanted), len(got)))
    return [lines[at] if at < len(lines) else "(nothing)" for lines in (wanted, got)]


def signature(wanted, got):
    """What kind of difference it is: how the first lines that differ begin, without values."""
    return [re.sub(r"[0-9]+|'[^']*'", "", line).split(" ")[1:4] for line in first_difference(wanted, got)]


def start(options):
    global comparison
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setrecursionlimit(400)
    warnings.simplefilter("ignore")
    comparison = Comparison(options)
    gc.freeze()


def examine(seed):
    return comparison.examine(seed)


def parse_options():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("-b", "--binary", default=os.path.join(os.path.dirname(HERE), "build", "unix", "micropython"))
    p.add_argument("--seeds", default="1:2000", metavar="FIRST:LAST")
    p.add_argument("--seconds", type=float, default=0, help="stop after that time (0: never)")
    p.add_argument("--shrink", type=int, default=600, metavar="N", help="programs tried to shrink one that differs")
    p.add_argument("--most", type=int, default=50, metavar="N", help="stop after that many differences")
    p.add_argument("--known", action="store_true", help="tell of known differences too")
    p.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    p.add_argument("--keep", metavar="DIR", help="where programs that differ are written")
    options = p.parse_args()
    options.binary = os.path.abspath(options.binary)
    return options


def main():
    options = parse_options()
    first, _, last = options.seeds.partition(":")
    started, total = time.time(), Counter()
    with tempfile.TemporaryDirectory() as options.directory, Pool(options.jobs, start, (options,)) as pool:
        for what, report in pool.imap_unordered(examine, range(int(first), int(last or first) + 1), chunksize=4):
            total[what] += 1
            if report:
                print(report, flush=True)
            if total["differs"] + total["crash"] >= options.most or options.seconds and time.time() - started > options.seconds:
                pool.terminate()
                break
    failed, passed = total["differs"] + total["crash"], total["same"] + total["memory"]
    seconds = time.time() - started
    print(f"{sum(total.values())} programs in {seconds:.0f} s: {total['memory']} ran out of memory in a small heap only, {total['known']} have a "
          f"known difference, {total['skipped']} are not compared")
    print(f"{passed} passed, {failed} failed, {total['skipped'] + total['known']} skipped")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
