# SPDX-License-Identifier: MIT
# tools/minheap: the smallest heap in which a script runs.
import json
import os
import subprocess
import sys
import unittest
from testlib.host import Files, TARGET, run

TOOL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools", "minheap")


def minheap(*args, cwd):
    return subprocess.run([sys.executable, TOOL, "--binary", TARGET[0], *args], cwd=cwd,
                          capture_output=True, text=True, check=False, timeout=100)


class MinHeap(unittest.TestCase):
    def test_finds(self):
        program = "import sys\nx = bytearray(int(sys.argv[1]))\nprint(len(x), len(sys.stdin.read()))\n"
        with Files({"a.py": program, "in": "text"}) as d:
            r = minheap("--json", "--stdin", "in", "a.py", "20000", cwd=d)
            self.assertEqual((r.returncode, r.stderr), (0, ""))
            found = json.loads(r.stdout)
            size = found["minheap"]
            self.assertTrue(20000 < size < 40000 and size % 16 == 0, found)
            self.assertTrue(found["output_compared"])
            for bytes_, out in ((size, "20000 4\n"), (size - 16, "")):
                r = run("-X", "heapsize=%d" % bytes_, "a.py", "20000", cwd=d, stdin="text")
                self.assertEqual(r.out, out)

    def test_plain(self):
        with Files({"a.py": "print(1)\n"}) as d:
            r = minheap("a.py", cwd=d)
        self.assertEqual(r.stderr, "")
        self.assertRegex(r.stdout, r"^\d+ bytes \(\d+\.\d KiB\): -X heapsize=\d+\n"
                                   r"there: \d+ collections, \d+ compactions, .* \d+ runs tried\n"
                                   r"(larger, but not enough: .*\n)?$")

    def test_script_that_adapts(self):
        # It runs in any heap, but says something else in a small one.
        program = ("try:\n    x = bytearray(50000)\n    print('big')\n"
                   "except MemoryError:\n    print('small')\n")
        with Files({"a.py": program}) as d:
            found = json.loads(minheap("--json", "a.py", cwd=d).stdout)
        self.assertGreater(found["minheap"], 50000)

    def test_output_that_differs(self):
        with Files({"a.py": "import time\nprint(time.time_ns())\n"}) as d:
            r = minheap("--json", "a.py", cwd=d)
        self.assertEqual(r.returncode, 0)
        self.assertIn("only its exit code counts", r.stderr)
        self.assertFalse(json.loads(r.stdout)["output_compared"])

    def assert_error(self, message, files, *args):
        with Files(files) as d:
            r = minheap(*args, cwd=d)
        self.assertEqual((r.returncode, r.stdout), (1, ""))
        self.assertRegex(r.stderr, "^minheap: %s.*\n$" % message)

    def test_errors(self):
        self.assert_error("a.py fails in a heap of 64M too: exit code 1: KeyError: 5",
                          {"a.py": "raise KeyError(5)"}, "a.py")
        self.assert_error("a.py fails in a heap of 64M too: exit code 3",
                          {"a.py": "import sys; sys.exit(3)"}, "a.py")
        self.assert_error("no.py fails in a heap of 64M too: exit code 2: .*can't open file", {},
                          "no.py")
        self.assert_error("a.py fails in a heap of 4K too", {"a.py": "x = [0] * 9999"},
                          "--large", "4K", "a.py")
        self.assert_error("a.py takes more than 0.5 s", {"a.py": "while True: pass"},
                          "--timeout", "0.5", "a.py")
        self.assert_error(".*No such file", {"a.py": ""}, "--stdin", "nothing", "a.py")
        self.assert_error(".*No such file", {"a.py": ""}, "--binary", "./nothing", "a.py")

    def test_wrong_arguments(self):
        with Files({}) as d:
            for args in ((), ("--nosuch", "a.py"), ("--timeout", "x", "a.py")):
                self.assertEqual(minheap(*args, cwd=d).returncode, 2, args)


unittest.main()
