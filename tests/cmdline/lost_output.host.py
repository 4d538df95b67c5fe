# SPDX-License-Identifier: MIT
# Written data is never lost in silence: it reaches others within a second and before the process waits, and
# what can't be written is told, with exit code 120.
import os
import re
import resource
import signal
import subprocess
import time
import unittest
from testlib.host import Files, TARGET, environment, run

NO_SPACE = "OSError: [Errno 28] No space left on device\n"


def start(program, *options, **how):
    return subprocess.Popen(TARGET + [*options, "-c", program], env=environment(None), text=True, **how)


def run_full(program):
    """Standard output is a full disk."""
    with open("/dev/full", "w") as full:
        process = start(program, stdout=full, stderr=subprocess.PIPE)
        err = process.communicate(timeout=60)[1]
    return process.returncode, err


class Told(unittest.TestCase):
    def lost_file(self, mode, more=""):
        kind = "BufferedWriter" if "b" in mode else "TextIOWrapper"
        text = "" if "b" in mode else " mode='%s' encoding='utf-8'" % mode
        return "Exception ignored while finalizing file <_io.%s name='/dev/full'%s>:\n%s" % (
            kind, text, NO_SPACE)

    def test_at_exit(self):
        for mode, data in ("w", "'x'"), ("wb", "b'x'"), ("a", "'x'"):
            program = "f = open('/dev/full', %r); f.write(%s)" % (mode, data)
            for end, code in ("", 120), ("\nimport sys; sys.exit(3)", 120), ("\n1/0", 120):
                r = run("-c", program + end)
                self.assertEqual(r.code, code, (program, end))
                self.assertTrue(r.err.endswith(self.lost_file(mode)), r.err)

    def test_collected(self):
        r = run("-c", "import gc\ndef f(): open('/dev/full', 'w').write('x')\n"
                      "f(); f(); [1, 2, 3]; gc.collect(); gc.collect(); print('on')")
        self.assertEqual((r.out, r.err, r.code), ("on\n", self.lost_file("w") * 2, 120))

    def test_cycle(self):
        r = run("-c", "import gc\ndef f():\n a = [open('/dev/full', 'w')]\n a.append(a)\n a[0].write('x')\n"
                      "f(); [1, 2, 3]; gc.collect()")
        self.assertEqual((r.err, r.code), (self.lost_file("w"), 120))

    def test_raised_is_not_told_again(self):
        r = run("-c", "f = open('/dev/full', 'w'); f.write('x')\n"
                      "for m in f.flush, f.flush, f.close:\n"
                      " try: m()\n except OSError as e: print(e.errno)\nf.close()")
        self.assertEqual((r.out, r.err, r.code), ("28\n28\n28\n", "", 0))

    def test_with(self):
        r = run("-c", "with open('/dev/full', 'w') as f: f.write('x')")
        self.assertEqual((r.last_error, r.code), (NO_SPACE.strip(), 1))

    def test_stdout(self):
        told = "Exception ignored on flushing sys.stdout:\n" + NO_SPACE
        self.assertEqual(run_full("print('x')"), (120, told))
        self.assertEqual(run_full("print('x'); import sys; sys.exit(3)"), (120, told))
        code, err = run_full("import sys; print('x'); sys.stdout.flush()")
        self.assertEqual((code, err.count(NO_SPACE)), (120, 2))
        self.assertEqual(run_full("pass"), (0, ""))

    def test_own_stdout(self):
        r = run("-c", "import sys\nclass S:\n def write(self, s): pass\n def flush(self): raise ValueError('no')\n"
                      "sys.stdout = S(); print(1)")
        self.assertRegex(r.err, r"^Exception ignored on flushing sys\.stdout:\n(.*\n)*ValueError: no\n$")
        self.assertEqual(r.code, 120)

    def test_closed_stdout(self):
        r = run("-c", "import sys; print('a'); sys.stdout.close(); print(1)")
        self.assertEqual((r.out, r.code), ("a\n", 1))
        self.assertEqual(r.last_error, "ValueError: I/O operation on closed file.")
        r = run("-c", "import sys; print('a'); sys.stdout.close(); sys.stderr.write('b')")
        self.assertEqual((r.out, r.err, r.code), ("a\n", "b", 0))

    def test_reader_that_leaves(self):
        program = ("import sys, time\n"
                   "for i in range(1000):\n"
                   "    try:\n        print(i)\n        time.sleep(0.001)\n"
                   "    except OSError as e:\n"
                   "        sys.stderr.write(type(e).__name__ + '\\n')\n        break\n"
                   "else:\n    sys.stderr.write('never\\n')")
        process = start(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
        self.assertEqual(process.wait(60), 120)
        self.assertEqual(err, "BrokenPipeError\nException ignored on flushing sys.stdout:\n"
                              "BrokenPipeError: [Errno 32] Broken pipe\n")
        process.stderr.close()

    def test_size_limit(self):
        with Files({}) as d:
            process = start("f = open('big', 'wb')\ntry:\n f.write(bytes(100000))\n"
                            "except OSError as e: print(e)", stdout=subprocess.PIPE, cwd=d,
                            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)))
            out = process.communicate(timeout=60)[0]
        self.assertEqual((out, process.returncode), ("[Errno 27] File too large\n", 0))

    def test_signals_of_programs(self):
        # What is started has the usual signals: it is ended by a broken pipe.
        with Files({}) as d:
            run("-c", "import os; os.system('grep SigIgn: /proc/self/status >out')", cwd=d)
            with open(os.path.join(d, "out")) as f:
                ignored = int(f.read().split()[1], 16)
        for number in signal.SIGPIPE, signal.SIGXFSZ:
            self.assertFalse(ignored >> (number - 1) & 1, number)


class Reaches(unittest.TestCase):
    def wait_for(self, path, text):
        for _ in range(600):
            if os.path.exists(path):
                with open(path) as f:
                    if f.read() == text:
                        return True
            time.sleep(0.05)
        return False

    def reached(self, then):
        """The file is whole while the program goes on with `then`."""
        with Files({}) as d:
            process = start("f = open('out', 'w'); f.write('abc')\n" + then, cwd=d,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            try:
                self.assertTrue(self.wait_for(os.path.join(d, "out"), "abc"), then)
                self.assertIsNone(process.poll(), then)
            finally:
                process.kill()
                process.communicate()

    def test_while_it_computes(self):
        self.reached("while True: pass")
        self.reached("sum(iter(int, 1))")

    def test_while_it_waits(self):
        self.reached("import time; time.sleep(1000)")
        self.reached("input()")
        self.reached("import sys; sys.stdin.read()")

    def test_printed_text(self):
        process = start("print('abc', end='')\nwhile True: pass", stdout=subprocess.PIPE)
        self.assertEqual(process.stdout.read(3), "abc")
        process.kill()
        process.communicate()

    def test_ends(self):
        for end in ("", "raise SystemExit(5)", "1/0", "raise KeyboardInterrupt",
                    "import micropython; micropython.heap_lock()",
                    "x = []\nwhile True: x.append(bytes(1000))"):
            with Files({}) as d:
                run("-c", "f = open('out', 'w'); f.write('abc')\ng = [f]; g.append(g)\n" + end, cwd=d)
                with open(os.path.join(d, "out")) as f:
                    self.assertEqual(f.read(), "abc", end)

    def test_finaliser_that_writes(self):
        program = ("class A:\n def __init__(self): self.f = open('out', 'w')\n"
                   " def __del__(self): self.f.write('bye')\na = A()")
        with Files({}) as d:
            run("-c", program, cwd=d)
            with open(os.path.join(d, "out")) as f:
                self.assertEqual(f.read(), "bye")

    def test_interrupted_close(self):
        # Ctrl-C while a pipe is full: the rest is written all the same when the file is closed.
        read, write = os.pipe()
        process = start("f = open(%d, 'wb')\nf.write(b'x' * 4000); print('ready', flush=True)\n"
                        "while True: f.write(b'x' * 4000)" % write, stdout=subprocess.PIPE,
                        stderr=subprocess.PIPE, pass_fds=[write])
        os.close(write)
        process.stdout.readline()
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        size = 0
        while data := os.read(read, 65536):
            size += len(data)
        os.close(read)
        err = process.communicate(timeout=60)[1]
        self.assertRegex(err, "KeyboardInterrupt")
        self.assertEqual((size % 4000, process.returncode), (0, 130))


unittest.main()
