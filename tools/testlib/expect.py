# SPDX-License-Identifier: MIT
"""Where the expected output of a test comes from, and how an output is compared with it.

NAME.py.exp beside the test wins; in it a line `########` stands for any number of lines, and
`########` within a line for any text there. Otherwise Python 3 runs the test and its output is kept
in tests/.results/cache under a hash of all that it may depend on: Python's version, the test, and
the files around it that are no tests. Tests with `# command:` run other files as well and are never
cached.
"""

import difflib
import hashlib
import os
import re
import sys
import threading

from .discover import TestError
from .process import run_process

WILDCARD = b"########"
DIFF_LINES = 60


def line_pattern(line):
    """The regular expression of one expected line."""
    if line == WILDCARD:
        return rb"(?:[^\n]*\n)*?"
    return rb"[^\n]*".join(re.escape(part) for part in line.split(WILDCARD)) + rb"\n"


def matches_expected(actual, expected):
    """Whether the outputs agree, `########` in the expected one allowing anything."""
    if actual == expected:
        return True
    if WILDCARD not in expected:
        return False
    lines = expected.removesuffix(b"\n").split(b"\n")
    return re.fullmatch(b"".join(map(line_pattern, lines)), actual) is not None


def diff(expected, actual):
    """A unified diff for a reader, cut to a screen or so."""
    before, after = (b.decode("utf-8", "backslashreplace").splitlines() for b in (expected, actual))
    lines = list(difflib.unified_diff(before, after, "expected", "actual", lineterm=""))
    if before == after:
        lines = ["outputs differ only in line ends: expected %r, actual %r"
                 % (expected[-40:], actual[-40:])]
    if len(lines) > DIFF_LINES:
        lines[DIFF_LINES:] = ["... %d more lines" % (len(lines) - DIFF_LINES)]
    return "\n".join(lines)


class Oracle:
    """Gives the expected output of tests, by file or by Python 3."""

    def __init__(self, results_dir, environment, test_paths):
        self.cache_dir = os.path.join(results_dir, "cache")
        self.environment = environment
        self.test_paths = test_paths
        self.around = {}
        self.lock = threading.Lock()
        os.makedirs(self.cache_dir, exist_ok=True)

    def expected(self, test):
        """The expected output in bytes. Raises TestError if Python 3 can't give it."""
        if os.path.exists(test.exp_path):
            with open(test.exp_path, "rb") as f:
                return f.read()
        if test.is_host:
            return None
        if test.command is not None:
            return self.ask_python(test)
        cached = os.path.join(self.cache_dir, self.key(test))
        try:
            with open(cached, "rb") as f:
                return f.read()
        except FileNotFoundError:
            return self.store(cached, self.ask_python(test))

    def ask_python(self, test):
        with self.environment(test) as env:
            run = run_process([sys.executable] + test.command_line(), test.directory, env,
                              test.stdin, 60)
        if run.timed_out or run.code != test.exit:
            end = "took too long" if run.timed_out else "ended with %d" % run.code
            raise TestError("no %s, and python3 %s:\n%s" % (
                os.path.basename(test.exp_path), end, run.err.decode("utf-8", "replace")[-2000:]))
        return run.out

    def store(self, path, output):
        temporary = "%s.%d" % (path, threading.get_ident())
        with open(temporary, "wb") as f:
            f.write(output)
        os.replace(temporary, path)
        return output

    def key(self, test):
        digest = hashlib.sha256(sys.version.encode())
        digest.update(repr((test.name, self.files_around(test))).encode())
        with open(test.path, "rb") as f:
            digest.update(f.read())
        return digest.hexdigest()

    def files_around(self, test):
        """Name, size and time of the helper files in the test's directory, found once."""
        with self.lock:
            if test.directory not in self.around:
                self.around[test.directory] = self.list_around(test.directory)
            return self.around[test.directory]

    def list_around(self, top):
        found = []
        for directory, subdirs, files in os.walk(top):
            subdirs[:] = [d for d in subdirs if d != "__pycache__" and not d.startswith(".")]
            for path in (os.path.join(directory, f) for f in files):
                if path not in self.test_paths and not path.endswith(".exp"):
                    status = os.stat(path)
                    found.append((os.path.relpath(path, top), status.st_size, status.st_mtime_ns))
        return sorted(found)
