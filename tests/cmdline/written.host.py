# SPDX-License-Identifier: MIT
# Who sees when what a program has written; pushing never waits; standard descriptors that are closed.
import os
import resource
import subprocess
import time
import unittest
from testlib.host import Files, TARGET, environment, run


class Seen(unittest.TestCase):
    def seen_while(self, waiting):
        """What another process sees of the file while this one is busy or waits."""
        program = "f = open('data', 'w')\nf.write('text')\nprint('printed')\n" + waiting
        with Files({}) as d:
            process = subprocess.Popen(TARGET + ["-c", program], stdin=subprocess.PIPE, cwd=d,
                                       stdout=subprocess.PIPE, env=environment(None))
            try:
                self.assertEqual(process.stdout.readline(), b"printed\n")
                deadline = time.monotonic() + 20
                text = ""
                while text != "text" and time.monotonic() < deadline:
                    time.sleep(0.02)
                    with open(d + "/data") as f:
                        text = f.read()
            finally:
                process.kill()
                process.communicate()
        return text

    def test_waiting(self):
        for waiting in ("input()", "import time; time.sleep(60)", "while True: pass"):
            self.assertEqual(self.seen_while(waiting), "text", waiting)

    def test_own_pipe(self):
        """A full pipe is no place to wait: only this very process will read from it."""
        r = run("-c", "import os\nr, w = os.pipe()\nos.write(w, b'x' * 65536)\nf = open(w, 'w')\n"
                      "f.write('tail')\nn = 0\nwhile n < 65536: n += len(os.read(r, 4096))\n"
                      "f.flush()\nprint(os.read(r, 9))", timeout=20)
        self.assertEqual((r.out, r.code), ("b'tail'\n", 0), r.err)


class StandardDescriptors(unittest.TestCase):
    def test_close_that_fails(self):
        """It is told once, by the exception."""
        with open("/dev/full", "wb") as full:
            done = subprocess.run(TARGET + ["-c", "import sys\nprint('x')\nsys.stdout.close()"], stdout=full,
                                  stderr=subprocess.PIPE, env=environment(None), timeout=30)
        self.assertEqual((done.returncode, done.stderr.count(b"Errno")), (1, 1), done.stderr)

    def test_closed_by_the_caller(self):
        """No file gets the number of standard output or error, into which text goes."""
        def close():
            os.close(1)
            os.close(2)
        with Files({}) as d:
            program = "f = open('data', 'w')\nprint('printed')\nf.write('text')\n1/0"
            subprocess.run(TARGET + ["-c", program], preexec_fn=close, cwd=d, timeout=30,
                           env=environment(None))
            with open(d + "/data") as f:
                self.assertEqual(f.read(), "text")

    def test_file_size_limit(self):
        """The part that fits is written, the rest raises."""
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        with Files({}) as d:
            program = ("import os\nf = open('big', 'w')\ntry:\n    while 1: f.write('x' * 100)\n"
                       "except OSError as e:\n    print(e.errno, os.stat('big').st_size)\n"
                       "try: f.close()\nexcept OSError: pass")
            done = subprocess.run(TARGET + ["-c", program], preexec_fn=limit, cwd=d, timeout=30,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(None))
        self.assertEqual((done.stdout, done.stderr, done.returncode), (b"27 1000\n", b"", 0))


unittest.main()
