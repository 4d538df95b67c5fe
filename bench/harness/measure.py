# SPDX-License-Identifier: MIT
"""Single runs of a program: processor time, memory needed, instructions."""

import re
import resource
import subprocess

TIMEOUT = 120
# Heaps to try for the least in which a program runs: 4 kB to 64 MB in steps of a fifth.
HEAPS_KB = tuple(round(4 * 2 ** (i / 4)) for i in range(57))


class Failed(Exception):
    """The program did not run to a good end; the text says why."""


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command, cwd, timeout=TIMEOUT):
    """Runs it to its end: (seconds of processor time, output, standard error). May raise Failed.

    Processor time, not that of a clock on the wall: it suffers less from other work on the machine.
    """
    before = processor_seconds()
    try:
        done = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=timeout)
    except subprocess.TimeoutExpired:
        raise Failed("takes more than %d s" % timeout) from None
    except OSError as e:
        raise Failed(str(e)) from None
    seconds = processor_seconds() - before
    error = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        lines = error.strip().splitlines()
        raise Failed("exit code %d: %s" % (done.returncode, lines[-1] if lines else ""))
    return seconds, done.stdout, error


def least_heap_kb(binary, program, cwd, timeout):
    """The least of HEAPS_KB in which the program runs within that time; None if it runs in none.

    Supposes that a program runs in each heap that is larger than one in which it runs.
    """
    low, high = 0, len(HEAPS_KB)
    while low < high:
        middle = (low + high) // 2
        try:
            run([binary, "-X", "heapsize=%dK" % HEAPS_KB[middle], program], cwd, timeout)
            high = middle
        except Failed:
            low = middle + 1
    return HEAPS_KB[low] if low < len(HEAPS_KB) else None


def instructions(command, cwd):
    """Instructions that valgrind counts. May raise Failed."""
    counting = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    error = run(counting + command, cwd, 10 * TIMEOUT)[2]
    counted = re.search(r"Collected : (\d+)", error)
    if not counted:
        raise Failed("valgrind gives no count of instructions")
    return int(counted.group(1))
