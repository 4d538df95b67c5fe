# SPDX-License-Identifier: MIT
# Source text that is very long in one respect.
import unittest
from testlib.host import HostileCase


class Length(HostileCase):
    def test_comment_of_10_megabytes(self):
        r = self.survives("print(1)\n#" + "x" * 10_000_000 + "\nprint(2)")
        self.assertEqual(r.out, "1\n2\n")

    def test_blank_lines(self):
        self.assertEqual(self.survives("\n" * 3_000_000 + "print(2)").out, "2\n")
        self.assertEqual(self.survives(" " * 3_000_000 + "\nprint(2)").out, "2\n")

    def test_string_of_10_megabytes(self):
        source = "x = '" + "y" * 10_000_000 + "'\nprint(len(x))"
        self.assertEqual(self.survives(source, "-X", "heapsize=64M").out, "10000000\n")
        self.assertTrue(self.survives(source, "-X", "heapsize=256K").last_error
                        .startswith("MemoryError"))

    def test_line_of_10_megabytes(self):
        self.survives("x = [" + "1," * 5_000_000 + "]", "-X", "heapsize=256K")
        self.survives("x = 0;" * 1_500_000, "-X", "heapsize=8M")

    def test_long_name(self):
        for length in (255, 256, 65535, 65536, 1_000_000):
            name = "n" * length
            r = self.survives("%s = 5\nprint(%s)" % (name, name), "-X", "heapsize=16M")
            if length <= 256:
                self.assertEqual(r.out, "5\n")

    def test_long_number(self):
        self.survives("x = " + "9" * 1_000_000)
        self.survives("x = 0x" + "f" * 1_000_000 + "\nprint(x > 1)")
        self.survives("x = 1." + "9" * 100_000 + "\nprint(x)")
        self.survives("x = 1e" + "9" * 100_000)

    def test_many_of_everything(self):
        names = ", ".join("a%d" % i for i in range(300))
        values = ", ".join(map(str, range(300)))
        entries = ", ".join("%d: %d" % (i, i) for i in range(5000))
        lines = "".join("  x%d = %d\n" % (i, i) for i in range(3000))
        methods = "".join("  def m%d(self): return %d\n" % (i, i) for i in range(2000))
        for source in (lines.replace("  ", "") + "print(x2999)",
                       "def f():\n" + lines + "  return x2999\nprint(f())",
                       "def f(%s): return a299\nprint(f(%s))" % (names, values),
                       "x = {" + entries + "}\nprint(len(x))",
                       "def f():\n  while True:\n" + "    g()\n" * 20000 + "    break\nprint(1)",
                       "x = 0\nfor i in range(1):\n" + "  x += 1\n" * 20000 + "print(x)",
                       "class A:\n" + methods + "print(A().m1999())"):
            r = self.survives(source, "-X", "heapsize=32M")
            self.assertEqual(r.code, 0, source[:40] + r.err[-200:])

    def test_many_except_clauses(self):
        clauses = "".join("except KeyError: pass\n" for i in range(2000))
        r = self.survives("try:\n  1/0\n" + clauses + "except ZeroDivisionError: print('end')")
        self.assertEqual(r.out, "end\n")


unittest.main()
