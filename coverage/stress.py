# SPDX-License-Identifier: MIT
"""Runs what `make stress` runs, or with --bounded what `make stress-ci` does: one program after the
other, all of them even if one finds something. Each prints its totals.
"""

import argparse
import os
import shlex
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
SUITE = "tools/run-tests --binary {binary} --timeout 180"
SWEEP = "{python} coverage/fail_sweep.py --binary {binary}"
FUZZ = "{python} coverage/fuzz_heap.py --stress {binary}"
FAULTS = "{python} coverage/check_faults.py --binary {binary}"
FULL = [
    FAULTS,
    SUITE + " --stress 1",
    SUITE + " --stress 101",
    SWEEP + " --most 60000 --all-up-to 3000 --spread 300",
    FUZZ + " --seeds 1:400",
]
BOUNDED = [
    FAULTS,
    SUITE + " --stress 1",
    SWEEP + " --all-up-to 60 --spread 25",
    FUZZ + " --seeds 1:25",
]


def main():
    p = argparse.ArgumentParser(description=__doc__.split(":")[0])
    p.add_argument("--build", default="build/stress", help="directory of the stress build")
    p.add_argument("--bounded", action="store_true")
    options = p.parse_args()
    binary = os.path.join(options.build, "micropython")
    failed = False
    for line in BOUNDED if options.bounded else FULL:
        command = shlex.split(line.format(python=sys.executable, binary=binary))
        print("--", shlex.join(command[command[0] == sys.executable:]), flush=True)
        start = time.time()
        failed |= subprocess.run(command, cwd=PROJECT).returncode != 0
        print(f"({time.time() - start:.0f} s)", flush=True)
    sys.exit(failed)


main()
