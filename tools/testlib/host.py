# SPDX-License-Identifier: MIT
"""What a NAME.host.py test uses to drive the interpreter under test from outside.

    import unittest
    from testlib.host import Terminal, run

    class CommandLine(unittest.TestCase):
        def test_command(self):
            self.assertEqual(run("-c", "print(1)").out, "1\n")

    unittest.main()

run-tests gives the interpreter's command line in the environment. To try a test by hand:
PYTHONPATH=tools TEST_TARGET='["build/unix/micropython"]' python3 tests/cmdline/x.host.py
"""

import functools
import json
import os
import pty
import select
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from dataclasses import dataclass

from .process import run_process

TARGET = [os.path.abspath(w) if os.sep in w and os.path.exists(w) else w
          for w in json.loads(os.environ.get("TEST_TARGET", '["build/unix/micropython"]'))]


@dataclass
class Done:
    """How a run ended, its outputs as text. A negative code is a signal."""

    code: int
    out: str
    err: str
    timed_out: bool
    seconds: float

    @property
    def last_error(self):
        """The last line on stderr: of a traceback, the exception."""
        lines = self.err.splitlines()
        return lines[-1] if lines else ""


def environment(extra):
    return {**os.environ, **(extra or {})}


def run(*args, stdin="", env=None, cwd=None, timeout=25):
    """Runs the interpreter with these arguments to its end."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    r = run_process(TARGET + list(args), cwd, environment(env), data, timeout)
    return Done(r.code, r.out.decode("utf-8", "backslashreplace"),
                r.err.decode("utf-8", "backslashreplace"), r.timed_out, r.seconds)


class TimeElsewhere(AssertionError):
    """Time was not spent on what the test wants to see, which a busy machine can do."""


def at_least(measured, wanted, what=""):
    """For figures of time in a @statistical test."""
    if not measured > wanted:
        raise TimeElsewhere("%r is not above %r %s" % (measured, wanted, what))


def statistical(test):
    """Tries a test up to five times while at_least() fails: what is wrong fails every time.

    Other assertions have no second try.
    """
    @functools.wraps(test)
    def tried(self):
        for _ in range(4):
            try:
                return test(self)
            except TimeElsewhere:
                time.sleep(0.5)
        return test(self)
    return tried


class Files:
    """A temporary directory filled with files: Files({"pkg/__init__.py": "x = 1"}).

    A context manager; gives the directory's path. Text may be str or bytes.
    """

    def __init__(self, contents):
        self.contents = contents

    def __enter__(self):
        self.path = os.path.realpath(tempfile.mkdtemp(prefix="files-"))
        for name, text in self.contents.items():
            path = os.path.join(self.path, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as f:
                f.write(text if isinstance(text, bytes) else text.encode())
        return self.path

    def __exit__(self, *exc):
        shutil.rmtree(self.path, ignore_errors=True)


class HostileCase(unittest.TestCase):
    """Tests of programs that must not crash, hang, or end in pages of text."""

    def survives(self, source, *args, errors=r"\w+Error"):
        """Runs it as a file: it either works or ends with one of these errors."""
        with Files({"a.py": source}) as d:
            r = run(*args, "a.py", cwd=d, timeout=60)
        what = repr(source[:40])
        self.assertFalse(r.timed_out, what)
        self.assertIn(r.code, (0, 1), what + r.err[-300:])
        if r.code:
            self.assertRegex(r.last_error, "^(%s)" % errors, what)
        self.assertLess(len(r.err), 50000, what)
        return r


class Terminal:
    """The interpreter on a pseudo terminal, for tests of the prompt.

        with Terminal() as t:
            t.expect(">>> ")
            t.send("1 + 1\\r")
            t.expect("2\\r\\n>>> ")
    """

    def __init__(self, *args, env=None, cwd=None, timeout=10):
        self.timeout = timeout
        self.seen = ""
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(TARGET + list(args), stdin=slave, stdout=slave,
                                        stderr=slave, cwd=cwd, env=environment(env),
                                        preexec_fn=self.own_terminal)
        os.close(slave)

    @staticmethod
    def own_terminal():
        """In the child: a session whose controlling terminal is the pty, so that ^C signals."""
        os.setsid()
        os.close(os.open(os.ttyname(0), os.O_RDWR))

    def send(self, text):
        os.write(self.master, text if isinstance(text, bytes) else text.encode())

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)

    def read_some(self, seconds):
        """More output, "" after the end or when none came in time."""
        if not select.select([self.master], [], [], max(0, seconds))[0]:
            return ""
        try:
            return os.read(self.master, 65536).decode("utf-8", "backslashreplace")
        except OSError:
            return ""

    def expect(self, text):
        """Reads until this text has come; gives all before it. AssertionError when it doesn't."""
        deadline = time.monotonic() + self.timeout
        while text not in self.seen:
            more = self.read_some(deadline - time.monotonic())
            if not more:
                raise AssertionError("%r did not come, but %r" % (text, self.seen))
            self.seen += more
        before, _, self.seen = self.seen.partition(text)
        return before

    def wait(self):
        """The exit code, after all output has been read into `seen`."""
        deadline = time.monotonic() + self.timeout
        while time.monotonic() < deadline:
            ended = self.process.poll() is not None # before reading: then nothing more comes after
            more = self.read_some(0.1)
            self.seen += more
            if ended and not more:
                return self.process.returncode
        raise AssertionError("still running after %r" % self.seen)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
