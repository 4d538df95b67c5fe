# SPDX-License-Identifier: MIT
"""Lets each allocation of a program fail in turn: -X failalloc=N for N = 1, 2, 3, ...

    python3 coverage/fail_sweep.py [-b BINARY] [--runs 150] [--seconds S] SCRIPT...

A run may succeed or end with exit code 1 and a message; a signal, an assertion, a sanitizer's
report or a hang is a finding. N grows by one for the first half of the runs and by a tenth of
itself after that, until the program completes without noticing. Every script runs twice: with
one failure, and with all allocations failing from the N-th on.
"""

import argparse
import os
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("scripts", nargs="+")
parser.add_argument("-b", "--binary", default="build/unix/micropython")
parser.add_argument("--runs", type=int, default=150, help="most runs per script and mode")
parser.add_argument("--seconds", type=float, default=20, help="time limit of a run")
options = parser.parse_args()
binary = os.path.abspath(options.binary)


def run(script, n, mode):
    """What went wrong, or None; and whether the program completed as if nothing had failed."""
    command = [binary, "-X", f"failalloc={n}{mode}", os.path.basename(script)]
    try:
        r = subprocess.run(command, cwd=os.path.dirname(os.path.abspath(script)), timeout=options.seconds,
                           stdin=subprocess.DEVNULL, capture_output=True)
    except subprocess.TimeoutExpired:
        return "does not end", False
    if r.returncode not in (0, 1, 2) or b"Sanitizer" in r.stderr or b"runtime error" in r.stderr:
        lines = r.stderr.decode(errors="replace").strip().splitlines()
        return f"exit code {r.returncode}: {' / '.join(lines[-3:])[:300]}", False
    return None, r.returncode == 0 and not r.stderr


def sweep(script, mode):
    runs = findings = in_a_row = 0
    n = 1
    while runs < options.runs and in_a_row < 8:
        problem, completed = run(script, n, mode)
        runs += 1
        in_a_row = in_a_row + 1 if completed else 0
        if problem:
            findings += 1
            print(f"{script}: failalloc={n}{mode}: {problem}", flush=True)
        n += 1 if runs < options.runs // 2 else max(1, n // 10)
    return runs, findings


def main():
    start, runs, findings = time.time(), 0, 0
    for script in options.scripts:
        for mode in ("", ",forever"):
            r, f = sweep(script, mode)
            runs += r
            findings += f
    print(f"{runs} runs, {findings} findings, {time.time() - start:.0f} s")
    sys.exit(1 if findings else 0)


main()
