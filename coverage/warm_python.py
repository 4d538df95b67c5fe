# SPDX-License-Identifier: MIT
"""What programs print in this CPython, at the price of few processes.

A forked child, the server, executes one program after the other, each in a namespace of its own that it
keeps, so that nothing of a program is freed (and prints) while a later one runs; it ends after `LIFE`
programs. What follows a program's first line "end" does not count. `alone()` executes a program in a
process of its own: what a difference is judged by.
"""

import gc
import io
import os
import select
import signal
import struct
import sys
import time

from random_program import PRELUDE

LIFE = 60
AHEAD = "\n" * PRELUDE.count("\n")


def read_all(pid, fd, seconds):
    """What a child writes until it ends: (exit code, negative if a signal ended it; output)."""
    end, parts = time.monotonic() + seconds, []
    while select.select([fd], [], [], max(0, end - time.monotonic()))[0]:
        part = os.read(fd, 1 << 16)
        if not part:
            break
        parts.append(part)
    else:
        os.kill(pid, signal.SIGKILL)
        parts.append(b"\ndoes not end")
    os.close(fd)
    status = os.waitpid(pid, 0)[1]
    return os.waitstatus_to_exitcode(status), b"".join(parts).decode("utf-8", "backslashreplace")


def execute(text, prelude):
    """Runs a program: (exit code, what it printed, what has to be kept)."""
    sys.stdout = out = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", "\n")
    names, code = {"__name__": "__main__", "__builtins__": __builtins__}, 0
    try:
        if text.startswith(PRELUDE):
            program = compile(AHEAD + text[len(PRELUDE):], "program.py", "exec")
            exec(prelude, names)
        else:
            program = compile(text, "program.py", "exec")
        exec(program, names)
    except BaseException as e:
        print("uncaught", type(e).__name__)
        code = 1
    out.flush()
    return code, out.buffer.getvalue(), (names, out)


def child(seconds):
    """In a new child: no errors are shown, and `seconds` of processor time end it."""
    sys.stderr = open(os.devnull, "w")
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)


def alone(text, seconds):
    """(exit code, output) of a program in a process of its own."""
    fd, write = os.pipe()
    pid = os.fork()
    if not pid:
        child(seconds)
        code, output, kept = execute(text, compile(PRELUDE, "program.py", "exec"))
        with open(write, "wb") as f:
            f.write(output)
        os._exit(code)
    os.close(write)
    return read_all(pid, fd, 10 * seconds)


class Server:
    """A child that executes programs. `run(text)` is like alone(text), but tells of no output if a signal ended it."""

    def __init__(self, seconds):
        self.seconds, self.pid = seconds, 0

    def run(self, text):
        data = text.encode("utf-8", "surrogatepass")
        while not self.ask(struct.pack("Q", len(data)) + data):
            self.stop()
        head = self.answer(16)
        if len(head) < 16:
            return self.stop(), ""
        code, size = struct.unpack("QQ", head)
        output = self.answer(size).decode("utf-8", "backslashreplace")
        self.left -= 1
        if not self.left:
            self.stop()
        return code, output

    def ask(self, request):
        """False if the child has died after its last answer."""
        if not self.pid:
            self.start()
        try:
            self.requests.write(request)
        except BrokenPipeError:
            return False
        return True

    def answer(self, size):
        data = b""
        while len(data) < size:
            if not select.select([self.answers], [], [], 10 * self.seconds)[0]:
                os.kill(self.pid, signal.SIGKILL)
            part = self.answers.read(size - len(data))
            if not part:
                break
            data += part
        return data

    def stop(self):
        """Ends the child; how it ended."""
        self.requests.close()
        self.answers.close()
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self.pid = 0
        return code

    def start(self):
        (fd, requests), (answers, write) = os.pipe(), os.pipe()
        self.pid = os.fork()
        if not self.pid:
            os.close(requests)
            os.close(answers)
            self.serve(open(fd, "rb"), open(write, "wb"))
        os.close(fd)
        os.close(write)
        self.requests, self.answers = open(requests, "wb", 0), open(answers, "rb", 0)
        self.left = LIFE

    def serve(self, requests, answers):
        prelude, kept = compile(PRELUDE, "program.py", "exec"), []
        while head := requests.read(8):
            text = requests.read(*struct.unpack("Q", head)).decode("utf-8", "surrogatepass")
            child(self.seconds)
            code, output, names = execute(text, prelude)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            kept.append(names)
            gc.freeze()
            answers.write(struct.pack("QQ", code, len(output)) + output)
            answers.flush()
        os._exit(0)
