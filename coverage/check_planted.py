#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plants faults in the Python heap and sees each found by the memory checkers.

usage: check_planted.py TOOL [TOOL ...]      TOOL: valgrind, massif, asan, msan

The programs are build/*/planted (test_planted.c) and build/valgrind/micropython; `make
test-planted` builds them and runs this. The last line counts what passed and failed.
"""

import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(os.path.dirname(HERE), "build")
MEMCHECK = ["valgrind", "-q", "--error-exitcode=9", "--num-callers=20", "--track-origins=yes",
            "--suppressions=/dev/null", "--default-suppressions=no"]
COMMANDS = {
    "valgrind": MEMCHECK + [os.path.join(BUILD, "valgrind", "planted")],
    "asan": [os.path.join(BUILD, "sanitize", "planted")],
    "msan": [os.path.join(BUILD, "msan", "planted")],
}


def memcheck_tables():
    """What memcheck must say of each fault: regular expressions, to be found in this order."""
    made = r"by .*: victim_new "
    read, write = r"Invalid read of size 1\n.*: read_at ", r"Invalid write of size 1\n.*: write_at "
    return {
        "use_after_collect": [read, r"free'd", r"by .*: heap_collect ", r"alloc'd", made],
        "use_after_free": [read, r"free'd", r"by .*: heap_free ", r"alloc'd", made],
        "use_after_move": [read, r"free'd", r"by .*: heap_compact "],
        "read_past_size": [read, r"0 bytes after a block of size 40", made],
        "read_past_blocks": [read, r"0 bytes after a block of size 48", made],
        "read_past_moved": [read, r"0 bytes after a block of size 40", made],
        "read_after_shrink": [read, r"0 bytes after a block of size 40", made],
        "write_past_size": [write, r"0 bytes after a block of size 40", made],
        "write_past_blocks": [write, r"0 bytes after a block of size 48", made],
        "use_undefined": [r"depends on uninitialised value.*\n.*: decide_by ", r"was created by",
                          r"by .*: victim_new_raw "],
        "double_free": [r"Invalid free|Illegal memory pool address", r"by .*: double_free ",
                        r"free'd", r"by .*: heap_free ", r"alloc'd", made],
    }


def asan_tables():
    """The same of the address sanitizer; what the heap adds to a report comes first."""
    def cell(offset, size, *more):
        return [r" is %d bytes from the start of a heap cell of %d bytes" % (offset, size),
                r"made by", r" victim_new ", *more, r"use-after-poison"]

    read, write = [r"READ of size 1", r" read_at "], [r"WRITE of size 1", r" write_at "]
    return {
        "use_after_collect": cell(8, 40, r"freed by", r" heap_collect ") + read,
        "use_after_free": cell(8, 40, r"freed by", r" use_after_free ") + read,
        "use_after_move": cell(8, 40, r"freed by", r" move_victim ") + read,
        "read_past_size": cell(40, 40) + read,
        "read_past_blocks": cell(48, 48) + read,
        "read_past_moved": cell(40, 40) + read,
        "read_after_shrink": cell(40, 40) + read,
        "write_past_size": cell(40, 40) + write,
        "write_past_blocks": cell(48, 48) + write,
        "double_free": cell(0, 40, r"freed by", r" double_free ") + [r"in double_free "],
    }


def msan_tables():
    """And of the memory sanitizer, to which all that is not to be used is undefined."""
    used = [r"use-of-uninitialized-value", r"in decide_by "]
    return {
        "use_after_collect": used + [r"in heap_collect "],
        "use_after_free": used + [r"in heap_free "],
        "use_after_move": used + [r"in heap_compact "],
        "use_undefined": used + [r"in victim_new_raw "],
        "double_free": [r"Uninitialized bytes", r"in heap_free "],
    }


TABLES = {"valgrind": memcheck_tables, "asan": asan_tables, "msan": msan_tables}


class Report:
    """Counts what was found and prints what was not."""

    def __init__(self):
        self.passed = self.failed = 0

    def add(self, name, trouble, text):
        if trouble:
            self.failed += 1
            print("FAIL %s: %s\n%s" % (name, trouble, text))
        else:
            self.passed += 1


def missing(patterns, text):
    """The first pattern that does not follow those before it, or None."""
    at = 0
    for pattern in patterns:
        found = re.compile(pattern, re.M).search(text, at)
        if not found:
            return pattern
        at = found.end()
    return None


def run(command):
    env = dict(os.environ, ASAN_OPTIONS="detect_stack_use_after_return=0:detect_leaks=0")
    p = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env,
                       timeout=300)
    return p.returncode, p.stdout.decode("utf-8", "replace")


def check_faults(tool, report):
    tables = TABLES[tool]()
    code, names = run(COMMANDS[tool][-1:])
    assert code == 0 and set(tables) <= set(names.split()), (code, names)
    for name in names.split():
        code, text = run(COMMANDS[tool] + [name])
        trouble = None
        if name.startswith("nothing"):
            trouble = "reported though there is no fault" if code or "==" in text else None
        elif name in tables:
            pattern = missing(tables[name], text)
            trouble = ("not in the report: " + pattern if pattern else
                       "exit code 0" if code == 0 else None)
        report.add("%s %s" % (tool, name), trouble, text)


# Who made what is alive at the peak: (function, least bytes, most bytes).
PROGRAM = """\
keep = [bytearray(1000) for i in range(500)]
numbers = [(i, i + 1) for i in range(5000)]
import gc
del keep
gc.collect()  # massif looks for a peak when something is freed
"""
SHARES = (("storage_new", 500000, 560000), ("tuple_new", 150000, 260000))


def largest_shares(text):
    """Bytes by function over all lines of massif's detailed snapshots: the largest of each."""
    shares = {}
    for size, function in re.findall(r"^ *n\d+: (\d+) 0x[0-9A-F]+: (\S+) ", text, re.M):
        shares[function] = max(shares.get(function, 0), int(size))
    return shares


def check_massif(report):
    with tempfile.TemporaryDirectory() as work:
        script, out = os.path.join(work, "script.py"), os.path.join(work, "massif.out")
        with open(script, "w", encoding="utf-8") as f:
            f.write(PROGRAM)
        code, text = run([os.path.join(os.path.dirname(HERE), "tools", "massif"), "--out", out,
                          os.path.join(BUILD, "valgrind", "micropython"), script])
        report.add("massif runs", code and "exit code %d" % code, text)
        with open(out, encoding="utf-8") as f:
            shares = largest_shares(f.read())
    for function, least, most in SHARES:
        size = max((n for f, n in shares.items() if f.startswith(function)), default=0)
        report.add("massif " + function, None if least <= size <= most else
                   "%d bytes, not %d to %d" % (size, least, most), str(shares))
        report.add("ms_print " + function, missing([r"->.*: %s\S* " % function], text) and
                   "not in its output", text)


def main():
    report = Report()
    for tool in sys.argv[1:]:
        if tool == "massif":
            check_massif(report)
        else:
            check_faults(tool, report)
    print("%d passed, %d failed, 0 skipped" % (report.passed, report.failed))
    return 1 if report.failed or not report.passed else 0


if __name__ == "__main__":
    sys.exit(main())
