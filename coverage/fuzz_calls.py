# SPDX-License-Identifier: MIT
"""Calls everything in the interpreter with hostile arguments: runs coverage/call_matrix.py and says what ended badly.

    python3 coverage/fuzz_calls.py [-b BINARY] [--seed N] [--calls N | --seconds S] [-j N] [...]

A process makes some thousand groups of calls in a scratch directory of its own. Found is
    crash   it was ended by a signal, of which assertions and sanitizers' reports are some
    hang    a group took ten seconds of processor time although Ctrl-C was pressed many times
and then it is tried which calls of that group are needed. They are printed as Python text, with S for the slots in
which a group keeps objects, and can be made again:

    python3 coverage/fuzz_calls.py -b BINARY --again 'GROUP:CALL,...;GROUP:...'
"""

import argparse
import concurrent.futures
import os
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MATRIX = os.path.join(HERE, "call_matrix.py")
PER_GROUP = 24  # as in call_matrix.py
LOST = 77
TICK = 0.02
HANG = 10.0  # seconds of processor time


def options_of_line():
    p = argparse.ArgumentParser(description=__doc__.split(":")[0])
    p.add_argument("-b", "--binary", default="build/unix/micropython")
    p.add_argument("--wrapper", default="", metavar="COMMAND", help="run the binary under this command")
    p.add_argument("--seed", type=int, default=1, help="of a million groups")
    p.add_argument("--calls", type=int, help="how many, at least")
    p.add_argument("--seconds", type=float, help="for how long, if not for --calls")
    p.add_argument("--groups", type=int, default=1000, help="in one process")
    p.add_argument("--heapsize", default="1M")
    p.add_argument("--slow", type=float, default=1, help="how many times slower than usual the build is")
    p.add_argument("--findings", type=int, default=20, help="different ones after which it ends")
    p.add_argument("-j", "--jobs", type=int, default=1)
    p.add_argument("-v", "--verbose", action="store_true", help="also what ended early")
    p.add_argument("--again", metavar="GROUP:CALL,...;...", help="these only, and what they write to stderr")
    return p.parse_args()


options = options_of_line()
binary = os.path.abspath(options.binary)


def processor_time(pid):
    """Seconds that a process has used; None if it has ended."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as f:
            fields = f.read().rsplit(b")", 1)[1].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Run:
    """One process and how it ended: count groups from first on, or those calls of a plan, a list of pairs of a
    group and a call."""

    def __init__(self, first=0, count=0, plan=None, log=False, under=(), out=False):
        self.first, self.count, self.under, self.out = first, count, under, out
        self.directory = tempfile.mkdtemp(prefix="calls-")
        self.work = os.path.join(self.directory, "w")
        os.mkdir(self.work)
        self.progress = os.path.join(self.directory, "progress")
        self.arguments = [self.progress, *([text_of(plan)] if plan else [str(first), str(count)])]
        if log:
            self.arguments.append(os.path.join(self.directory, "log"))
        try:
            with open(os.path.join(self.directory, "stderr"), "wb+") as err:
                self.watch(err)
                err.seek(max(0, os.fstat(err.fileno()).st_size - 20000))
                self.stderr = err.read().decode("utf-8", "replace")
            self.log = self.text("log")
        finally:
            shutil.rmtree(self.directory, ignore_errors=True)

    def text(self, name):
        path = os.path.join(self.directory, name)
        if not os.path.exists(path):
            return ""
        with open(path, errors="replace") as f:
            return f.read()

    def begun(self):
        """How many groups have begun."""
        try:
            return os.stat(self.progress).st_size
        except OSError:
            return 0

    def watch(self, err):
        command = [*self.under, *shlex.split(options.wrapper), binary, "-X", f"heapsize={options.heapsize}", MATRIX, *self.arguments]
        environment = {"PATH": os.environ.get("PATH", ""), **checkers_options()}
        p = subprocess.Popen(
            command, cwd=self.work, stdin=subprocess.DEVNULL, stdout=err if self.out else subprocess.DEVNULL,
            stderr=err, env=environment, preexec_fn=limit,
        )  # fmt: skip
        self.hang, self.pressed = False, 0
        seen, since, start, pressed = -1, 0.0, time.monotonic(), 0.0
        while True:
            try:
                p.wait(TICK)
                break
            except subprocess.TimeoutExpired:
                pass
            n, used, now = self.begun(), processor_time(p.pid), time.monotonic()
            if n != seen or used is None:
                seen, since, start, pressed = n, used or 0.0, now, now
                continue
            if used - since > HANG * max(1, options.slow) or now - start > 60 * max(1, options.slow):
                self.hang = True
                p.kill()
                p.wait()
                break
            if n and now - pressed > 0.1 * options.slow and (used - since > 0.05 * options.slow or now - start > 1):
                p.send_signal(signal.SIGINT)
                pressed = now
                self.pressed += 1
        self.code = p.returncode
        self.last = self.first + max(0, self.begun() - 1)
        self.early = self.code > 0 and self.begun() < self.count
        self.bad = self.hang or self.code < 0 or "Sanitizer" in self.name_of_report(err)

    def name_of_report(self, err):
        err.seek(max(0, os.fstat(err.fileno()).st_size - 20000))
        m = re.search(rb"\w+Sanitizer|runtime error:", err.read())
        return "Sanitizer" if m and self.code not in (0, LOST) else ""

    def kind(self):
        """One line that is the same for the same fault, more or less."""
        if self.hang:
            return "hang"
        m = re.search(r"[\w/.]+:\d+: \w+: Assertion .*", self.stderr)
        if m:
            return m.group().strip()
        m = re.search(r"[\w/.]+:\d+:\d+: runtime error: .*", self.stderr)
        if m:
            return m.group().strip()
        m = re.search(r"ERROR: AddressSanitizer: ([\w-]+)", self.stderr)
        frames = re.findall(r"#\d+ 0x\w+ in (\w+)", self.stderr)
        if m:
            return f"{m.group(1)} in {' < '.join(frames[:4])}"
        try:
            return signal.Signals(-self.code).name
        except ValueError:
            return f"exit code {self.code}"


def text_of(plan):
    """A plan as call_matrix.py takes it."""
    groups = {}
    for group, call in plan:
        groups.setdefault(group, []).append(str(call))
    return ";".join(f"{g}:{','.join(calls)}" for g, calls in groups.items())


def plan_of(text):
    """The reverse; a group alone stands for all its calls."""
    plan = []
    for part in text.split(";"):
        group, _, calls = part.partition(":")
        numbers = calls.split(",") if calls else range(PER_GROUP)
        plan += [(int(group), int(c)) for c in numbers]
    return plan


def checkers_options():
    """Of the sanitizers, and what other builds read from the environment."""
    asan = "detect_stack_use_after_return=0:detect_leaks=0:allocator_may_return_null=1:abort_on_error=1"
    names = {k: v for k, v in os.environ.items() if k.startswith("STRESS_")}
    return {"ASAN_OPTIONS": asan, "UBSAN_OPTIONS": "abort_on_error=1:print_stacktrace=1", **names}


def limit():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))


# ---- which calls are needed ----------------------------------------------------------------------


def fewer(items, fails):
    """The items without which fails(items) is no longer true, more or less."""
    size = max(1, len(items) // 2)
    while size:
        at = 0
        while at < len(items):
            some = items[:at] + items[at + size:]
            if some and fails(some):
                items = some
            else:
                at += size
        size //= 2
    return items


def plan_of_groups(groups):
    return [(g, c) for g in groups for c in range(PER_GROUP)]


def fewest(first, last):
    """The calls that show what the groups first to last showed; None if they do so no longer."""
    back = 0
    while not Run(plan=plan_of_groups(range(max(first, last - back), last + 1))).bad:
        if last - back <= first:
            return None
        back = back * 3 + 1
    groups = fewer(list(range(max(first, last - back), last + 1)), lambda g: Run(plan=plan_of_groups(g)).bad)
    return fewer(plan_of_groups(groups), lambda plan: Run(plan=plan).bad)


DEBUGGER = "gdb -q -batch -ex run -ex bt -ex quit --args".split()


def frames(plan):
    """The innermost C functions at the crash, where there is a debugger."""
    if not shutil.which("gdb"):
        return ""
    names = re.findall(r"^#\d+ +(?:0x\w+ in )?(\w+)", Run(plan=plan, under=DEBUGGER, out=True).stderr, re.M)
    return " < ".join(n for n in names if not n.startswith("__"))[:150]


def describe(run, plan):
    """What is printed of a bad run."""
    if plan is None:
        return f"groups {run.first} to {run.last}: not seen again\n{run.stderr[-1500:]}"
    return f"--again '{text_of(plan)}'\n{Run(plan=plan, log=True).log}".rstrip()


# ---- all -----------------------------------------------------------------------------------------


class Totals:
    def __init__(self):
        self.lock = threading.Lock()
        self.calls = self.processes = self.lost = self.pressed = 0
        self.found = {}  # the kind: how often
        self.next = options.seed * 1000000
        self.start = time.monotonic()

    def done(self):
        if len(self.found) >= options.findings:
            return True
        if options.calls:
            return (self.next - options.seed * 1000000) * PER_GROUP >= options.calls
        return time.monotonic() - self.start > (options.seconds or 60)

    def take(self):
        with self.lock:
            if self.done():
                return None
            first = self.next
            self.next += options.groups
            return first


def report(totals, run):
    plan = fewest(run.first, run.last)
    kind = run.kind()
    if plan and not run.hang and kind.startswith("SIG"):
        kind += " " + frames(plan)
    with totals.lock:
        new = kind not in totals.found
        totals.found[kind] = totals.found.get(kind, 0) + 1
    if new:
        print(f"{kind}\n{describe(run, plan)}".replace("\n", "\n    "), flush=True)


def work(totals):
    while (first := totals.take()) is not None:
        end = first + options.groups
        while first < end:
            run = Run(first, end - first)
            with totals.lock:
                totals.calls += (run.last - first + 1) * PER_GROUP
                totals.processes += 1
                totals.lost += run.early
                totals.pressed += run.pressed
            if run.bad:
                report(totals, run)
            elif run.early and options.verbose:
                print(f"groups {first} to {run.last}: exit code {run.code}\n{run.stderr[-600:]}", flush=True)
            first = run.last + 1 if run.bad or run.code else end


def again():
    run = Run(plan=plan_of(options.again), log=True)
    print(run.log)
    print(run.stderr)
    print(run.kind() if run.bad else f"exit code {run.code}")
    sys.exit(run.bad)


def main():
    if options.again:
        again()
    totals = Totals()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for f in [pool.submit(work, totals) for _ in range(options.jobs)]:
            f.result()
    seconds = time.monotonic() - totals.start
    hangs = totals.found.get("hang", 0)
    crashes = sum(totals.found.values()) - hangs
    for kind, n in sorted(totals.found.items(), key=lambda item: -item[1]):
        print(f"{n:6} times {kind}")
    print(f"{totals.calls} calls in {seconds:.0f} s, {totals.processes} processes ({totals.lost} ended early), "
          f"Ctrl-C {totals.pressed} times: {crashes} crashes, {hangs} hangs")
    failed = len(totals.found)
    print(f"{totals.processes - failed} passed, {failed} failed, 0 skipped")
    sys.exit(bool(failed))


main()
