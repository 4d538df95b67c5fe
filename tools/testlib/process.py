# SPDX-License-Identifier: MIT
"""Running one program: its input fed, its two outputs kept apart, and always an end.

The child leads a session of its own, so that a wrapper and what it started die with it, and so
that Ctrl-C reaches the runner alone; the runner then sets `stop`, and each child is killed.
"""

import os
import selectors
import signal
import subprocess
import time
from dataclasses import dataclass

OUTPUT_LIMIT = 32 * 1024 * 1024
POLL_SECONDS = 0.25
CHUNK = 65536


@dataclass
class Run:
    """How a program ended. `code` is negative for a signal, as in subprocess."""

    code: int
    out: bytes
    err: bytes
    seconds: float
    timed_out: bool = False
    too_much: bool = False
    stopped: bool = False


def kill_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


class Pump:
    """Moves bytes between the child's pipes and memory until both outputs are closed."""

    def __init__(self, process, data):
        self.process = process
        self.pending = memoryview(data)
        self.parts = {process.stdout: [], process.stderr: []}
        self.total = 0
        self.selector = selectors.DefaultSelector()
        for pipe in self.parts:
            os.set_blocking(pipe.fileno(), False)
            self.selector.register(pipe, selectors.EVENT_READ)
        if data:
            os.set_blocking(process.stdin.fileno(), False)
            self.selector.register(process.stdin, selectors.EVENT_WRITE)
        else:
            process.stdin.close()

    def drop(self, pipe):
        self.selector.unregister(pipe)
        pipe.close()

    def feed(self, pipe):
        try:
            self.pending = self.pending[os.write(pipe.fileno(), self.pending[:CHUNK]):]
        except BrokenPipeError:
            self.pending = memoryview(b"")
        if not self.pending:
            self.drop(pipe)

    def drain(self, pipe):
        data = os.read(pipe.fileno(), CHUNK)
        if not data:
            self.drop(pipe)
        self.total += len(data)
        self.parts[pipe].append(data)

    def step(self, seconds):
        """Waits for at most this long and moves what can be moved. False when all is closed."""
        for key, _ in self.selector.select(seconds):
            if key.fileobj is self.process.stdin:
                self.feed(key.fileobj)
            else:
                self.drain(key.fileobj)
        return any(not pipe.closed for pipe in self.parts)

    def close(self):
        for key in list(self.selector.get_map().values()):
            self.drop(key.fileobj)
        self.selector.close()

    def text(self, pipe):
        return b"".join(self.parts[pipe])


def reap(process, deadline):
    """Waits for the end of a child that has closed its outputs. False when time ran out."""
    try:
        process.wait(max(0.0, deadline - time.monotonic()))
        return True
    except subprocess.TimeoutExpired:
        return False


def run_process(command, cwd, env, data, timeout, stop=None):
    """Runs the command to its end, or kills it at the limit of time or output, or on `stop`.

    Raises OSError if it can't be started.
    """
    start = time.monotonic()
    deadline = start + timeout
    process = subprocess.Popen(command, cwd=cwd, env=env, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               start_new_session=True)
    run = Run(0, b"", b"", 0.0)
    pump = Pump(process, data)
    out, err = process.stdout, process.stderr
    try:
        while pump.step(max(0.0, min(POLL_SECONDS, deadline - time.monotonic()))):
            run.timed_out = time.monotonic() >= deadline
            run.too_much = pump.total > OUTPUT_LIMIT
            run.stopped = stop is not None and stop.is_set()
            if run.timed_out or run.too_much or run.stopped:
                break
        else:
            run.timed_out = not reap(process, deadline)
    finally:
        if process.returncode is None:
            kill_group(process)
            process.wait()
        pump.close()
    run.code = process.returncode
    run.out, run.err = pump.text(out), pump.text(err)
    run.seconds = time.monotonic() - start
    return run
