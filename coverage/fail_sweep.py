# SPDX-License-Identifier: MIT
"""Lets each allocation of the suite's scripts fail in turn.

    make stress-unix
    python3 coverage/fail_sweep.py [--all-up-to 1500] [--spread 100] [-j 2] [TEST...]

For each script the 1st, 2nd, 3rd ... allocation fails, once alone and once with all that follow. A
run must end as the script does, or with MemoryError, or as the script handles that; then the
checker must find the heap sound, and a second program run in it. A signal, a failed assertion or a
run without end is a finding. The runs are forked by the stress build (coverage/fail_server.c), a
millisecond each.

Allocations up to --all-up-to fail each; of those beyond, --spread at even distances. What is left out,
and why, is in coverage/fail_sweep.toml.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from fnmatch import fnmatch

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
sys.path.insert(0, os.path.join(PROJECT, "tools"))
sys.dont_write_bytecode = True

from testlib.discover import select
from testlib.execute import test_environment
from testlib.policy import load_policy, read_features

NEVER = 1 << 30  # no script has so many allocations: it runs as if nothing was to fail
ALL_WELL = 3     # the last stage of fail_server.c


class Server:
    """The stress build waiting to run one test with an allocation failing."""

    def __init__(self, binary, test, env, seconds):
        self.directory = tempfile.mkdtemp(prefix="sweep-")
        self.out = open(os.path.join(self.directory, "out"), "w+b")
        self.err = open(os.path.join(self.directory, "err"), "w+b")
        self.stdin = open(os.path.join(self.directory, "in"), "w+b")
        self.stdin.write(test.stdin)
        self.stdin.flush()
        asked, self.requests = os.pipe()
        self.answers, answered = os.pipe()
        self.home = env["HOME"]
        env = dict(env, FAIL_SERVER=f"{seconds} {asked} {answered}", STRESS_EVERY="0")
        command = [binary, "-X", "failalloc=1"] + test.command_line()
        self.process = subprocess.Popen(command, cwd=test.directory, env=env, stdin=self.stdin,
                                        stdout=self.out, stderr=self.err, pass_fds=(asked, answered))
        os.close(asked)
        os.close(answered)

    def run(self, n, mode):
        """(status, fired, stage, count) of a run; None if the server is gone."""
        self.stdin.seek(0)  # the child reads from the same open file
        for name in os.listdir(self.home):
            path = os.path.join(self.home, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
        try:
            os.write(self.requests, b"%d %s\n" % (n, mode.encode()))
            answer = os.read(self.answers, 200).split()
        except BrokenPipeError:
            return None
        return [int(w) for w in answer] if answer else None

    def texts(self):
        """What the last run printed: standard output, standard error."""
        texts = []
        for name in ("out", "err"):
            with open(os.path.join(self.directory, name), "rb") as f:
                texts.append(f.read().lstrip(b"\0").decode(errors="replace"))
        return texts

    def close(self):
        os.close(self.requests)
        os.close(self.answers)
        self.process.wait()
        for f in (self.out, self.err, self.stdin):
            f.close()
        shutil.rmtree(self.directory, ignore_errors=True)


class Sweep:
    """All runs of one test."""

    def __init__(self, options, test):
        self.options = options
        self.test = test
        self.skipped = None
        self.allocations = 0
        self.runs = 0
        self.endings = Counter()
        self.findings = []
        self.remarks = []

    def run(self):
        with test_environment(self.test) as env:
            server = Server(self.options.binary, self.test, env, self.options.seconds)
            try:
                self.sweep(server)
            finally:
                server.close()
        return self

    def sweep(self, server):
        answer = server.run(NEVER, "once")
        if not answer or answer[0] != self.test.exit or answer[2] != ALL_WELL:
            self.findings.append(f"{self.test.name} fails by itself: {answer} {server.texts()[1][-300:]!r}")
            return
        self.expected = server.texts()[0]
        self.allocations = answer[3]
        if self.allocations > self.options.most:
            self.skipped = f"{self.allocations} allocations"
            return
        for n in self.numbers():
            for mode in ("once", "forever"):
                answer = server.run(n, mode)
                self.runs += 1
                self.judge(server, n, mode, answer)
                if answer is None:
                    return

    def numbers(self):
        most, spread = self.options.all_up_to, self.options.spread
        yield from range(1, min(most, self.allocations) + 1)
        rest = self.allocations - most
        if rest > 0:
            for i in range(min(spread, rest)):
                yield most + 1 + rest * i // min(spread, rest)

    def judge(self, server, n, mode, answer):
        where = f"{self.test.name}: {n} {mode}"
        if answer is None:
            self.findings.append(f"{where}: the server ended")
            return
        status, fired, stage, _ = answer
        if status < 0 or stage != ALL_WELL:
            out, err = server.texts()
            what = {-14: "waits", -24: "does not end", -6: "abort"}.get(status, f"status {status}")
            self.findings.append(f"{where}: {what}, stage {stage}: {' / '.join(err.strip().splitlines()[-3:])[-300:]}")
        elif not fired:
            self.endings["not noticed"] += 1
        elif status == self.test.exit:
            self.end_well(server, where)
        else:
            self.end_badly(server, where)

    def end_well(self, server, where):
        out, err = server.texts()
        if out == self.expected or "MemoryError" in out + err:
            self.endings["completed"] += 1
        else:
            self.endings["silent"] += 1
            self.remarks.append(f"{where}: other output, without MemoryError")

    def end_badly(self, server, where):
        out, err = server.texts()
        lines = [line for line in err.splitlines() if line] or [""]
        if lines[-1].startswith("MemoryError"):
            self.endings["MemoryError"] += 1
        else:
            self.endings["otherwise"] += 1
            if "MemoryError" not in out + err:
                self.remarks.append(f"{where}: {lines[-1][:150]}")


def parse_options():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("tests", nargs="*", metavar="TEST")
    p.add_argument("-b", "--binary", default=os.path.join(PROJECT, "build", "stress", "micropython"))
    p.add_argument("--all-up-to", type=int, default=1500, metavar="N")
    p.add_argument("--spread", type=int, default=100, metavar="N")
    p.add_argument("--seconds", type=int, default=20, help="processor time limit of a run")
    p.add_argument("--most", type=int, default=20000, help="scripts with more allocations are left out")
    p.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    p.add_argument("--remarks", action="store_true", help="list runs that hid the MemoryError")
    options = p.parse_args()
    options.binary = os.path.abspath(options.binary)
    return options


def choose(options):
    """The tests to sweep, and those left out with the reason."""
    root = os.path.join(PROJECT, "tests")
    policy = load_policy(os.path.join(root, "skips.toml"))
    with open(os.path.join(HERE, "fail_sweep.toml"), "rb") as f:
        data = tomllib.load(f)
    with test_environment(None) as env:
        features = read_features([options.binary], os.path.join(root, "features", "target.py"),
                                 dict(env, STRESS_EVERY="0"), [], None)
    chosen = []
    for test in select(root, options.tests, [], policy.helpers):
        if test.is_host or not any(fnmatch(test.name, g) for g in data["scripts"]):
            continue
        reasons = [s["reason"] for s in data["skip"] if any(fnmatch(test.name, g) for g in s["tests"])]
        if not reasons and not policy.reason("skip", test.name, features):
            chosen.append(test)
    return chosen


def main():
    options = parse_options()
    start = time.time()
    sweeps = []
    with ThreadPoolExecutor(options.jobs) as pool:
        for future in as_completed([pool.submit(Sweep(options, t).run) for t in choose(options)]):
            sweep = future.result()
            sweeps.append(sweep)
            for line in sweep.findings[:5] + (sweep.remarks if options.remarks else []):
                print(line, flush=True)
            if len(sweep.findings) > 5:
                print(f"{sweep.test.name}: and {len(sweep.findings) - 5} more", flush=True)
    for sweep in sweeps:
        if options.remarks and sweep.skipped:
            print(f"{sweep.test.name}: left out, {sweep.skipped}")
    ran = [s for s in sweeps if not s.skipped]
    endings = sum((s.endings for s in ran), Counter())
    findings = sum(len(s.findings) for s in ran)
    print(f"{len(ran)} scripts, {sum(s.allocations for s in ran)} allocations, {sum(s.runs for s in ran)} runs, "
          f"{findings} findings, {time.time() - start:.0f} s")
    print("runs by ending: " + ", ".join(f"{n} {what}" for what, n in endings.most_common()))
    failed = sum(bool(s.findings) for s in ran)
    print(f"{len(ran) - failed} passed, {failed} failed, {len(sweeps) - len(ran)} skipped")
    sys.exit(1 if failed else 0)


main()
