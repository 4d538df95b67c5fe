# SPDX-License-Identifier: MIT
"""Sees the heap checker find what coverage/plant_fault.c damages.

    make stress-unix
    python3 coverage/check_faults.py [--binary build/stress/micropython]
"""

import argparse
import os
import signal
import subprocess
import sys

BUILD = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "build", "stress")


def run(binary, fault):
    env = dict(os.environ, PLANT_FAULT=fault, STRESS_EVERY="0")
    return subprocess.run([binary, "-c", "pass"], env=env, capture_output=True, text=True)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("-b", "--binary", default=os.path.join(BUILD, "micropython"))
    binary = os.path.abspath(p.parse_args().binary)
    faults = run(binary, "list").stdout.split()
    failed = 0
    for fault in faults:
        r = run(binary, fault)
        noticed = r.returncode == -signal.SIGABRT and "Assertion" in r.stderr
        if noticed == (fault == "none"):
            failed += 1
            print(f"{fault}: exit code {r.returncode} {r.stderr[-200:]}")
    print(f"{len(faults)} faults planted, {failed} missed")
    print(f"{len(faults) - failed} passed, {failed} failed, 0 skipped")
    sys.exit(1 if failed or len(faults) < 2 else 0)


main()
