# SPDX-License-Identifier: MIT
"""Running one test in the binary and judging what it did."""

import contextlib
import json
import os
import re
import signal
import shutil
import sys
import tempfile
from dataclasses import dataclass

from .discover import TestError
from .expect import diff, matches_expected
from .process import run_process

PASS, FAIL, CRASH, TIMEOUT, SKIP, XFAIL, ERROR, STOPPED = (
    "pass", "fail", "crash", "timeout", "skip", "expected failure", "error", "stopped")
BAD = (FAIL, CRASH, TIMEOUT, ERROR)
INHERITED = ("PATH", "LANG", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "MSAN_OPTIONS",
             "LLVM_PROFILE_FILE", "GCOV_PREFIX", "QEMU_LD_PREFIX", "STRESS_EVERY")


@dataclass
class Result:
    """What became of a test; `detail` is for the reader, `output` is what it printed."""

    test: object
    status: str
    detail: str = ""
    seconds: float = 0.0
    output: bytes = b""
    only_output_differs: bool = False

    @property
    def is_bad(self):
        return self.status in BAD


@contextlib.contextmanager
def test_environment(test):
    """A small, fixed environment with an empty directory of the test's own as HOME and TMPDIR."""
    directory = tempfile.mkdtemp(prefix="test-")
    env = {k: os.environ[k] for k in INHERITED if k in os.environ}
    env.update(HOME=directory, TMPDIR=directory, TZ="UTC", LC_ALL="C.UTF-8", TERM="dumb",
               PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0", PYTHONUTF8="1")
    if test is not None:
        env.update(test.env)
    try:
        yield env
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return "signal %d" % number


def stderr_complaint(test, stderr):
    """What is wrong with the text on stderr, or None."""
    text = stderr.decode("utf-8", "backslashreplace")
    if test.stderr is None:
        return "unexpected text on stderr:\n" + text[-3000:] if text else None
    if re.search(test.stderr, text, re.MULTILINE):
        return None
    return "stderr does not match /%s/:\n%s" % (test.stderr, text[-3000:])


class Executor:
    """Runs tests in one binary; may be used by several threads at once."""

    def __init__(self, options, policy, features, oracle, stop):
        self.options = options
        self.policy = policy
        self.features = features
        self.oracle = oracle
        self.stop = stop

    def run(self, test):
        """Runs the test as often as asked for; the first bad run is the result."""
        reason = self.policy.reason("skip", test.name, self.features)
        if reason:
            return Result(test, SKIP, reason)
        result = self.run_once(test)
        for number in range(2, self.options.repeat + 1):
            if result.status != PASS or self.stop.is_set():
                break
            seconds = result.seconds
            result = self.run_once(test)
            result.seconds = max(seconds, result.seconds)
            if result.is_bad:
                result.detail = "run %d of %d:\n%s" % (number, self.options.repeat, result.detail)
        return self.expect_failure(test, result)

    def expect_failure(self, test, result):
        reason = self.policy.reason("xfail", test.name, self.features)
        if not reason or result.status in (ERROR, STOPPED):
            return result
        if result.is_bad:
            return Result(test, XFAIL, reason, result.seconds)
        return Result(test, FAIL, "passes, but skips.toml expects a failure: " + reason,
                      result.seconds)

    def run_once(self, test):
        try:
            if test.bad_header:
                raise TestError(test.bad_header)
            expected = self.oracle.expected(test)
            with test_environment(test) as env:
                run = self.start(test, env)
        except (TestError, OSError) as e:
            return Result(test, ERROR, str(e))
        return self.judge(test, run, expected)

    def start(self, test, env):
        timeout = self.policy.timeout(test.name, self.features, self.options.timeout)
        command = self.options.target + test.command_line()
        if test.is_host:
            tools = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
            env.update(TEST_TARGET=json.dumps(self.options.target), PYTHONPATH=tools)
            command = [sys.executable] + test.command_line()
        return run_process(command, test.directory, env, test.stdin, timeout, self.stop)

    def judge(self, test, run, expected):
        """The result of a run: how it ended first, then stderr, then the output."""
        result = Result(test, PASS, "", run.seconds, run.out)
        tail = "\n" + (run.out[-600:] + run.err[-2400:]).decode("utf-8", "backslashreplace")
        if run.stopped:
            result.status = STOPPED
        elif run.timed_out:
            result.status, result.detail = TIMEOUT, "after %.0f s%s" % (run.seconds, tail)
        elif run.too_much:
            result.status, result.detail = FAIL, "printed without end" + tail[-600:]
        elif run.code < 0:
            result.status, result.detail = CRASH, signal_name(-run.code) + tail
        elif run.code != test.exit:
            result.status = FAIL
            result.detail = "exit code %d instead of %d%s" % (run.code, test.exit, tail)
        else:
            self.judge_text(test, run, expected, result)
        return result

    def judge_text(self, test, run, expected, result):
        complaint = None if test.is_host else stderr_complaint(test, run.err)
        if complaint:
            result.status, result.detail = FAIL, complaint
        if expected is not None and not matches_expected(run.out, expected):
            result.status = FAIL
            result.only_output_differs = not complaint
            result.detail = "\n".join(filter(None, (diff(expected, run.out), complaint)))
