# SPDX-License-Identifier: MIT
# Programs that recurse without end in every way there is, and data nested too deep.
import unittest
from testlib.host import Files, HostileCase, run

LIMITS = "RecursionError|MemoryError"


class Recursion(HostileCase):
    PROGRAMS = (
        "def f(): f()\nf()",
        "def f(): return f() + 1\nf()",
        "f = lambda: f()\nf()",
        "def f(): yield from f()\nlist(f())",
        "class A:\n  def __repr__(self): return repr(self)\nrepr(A())",
        "class A:\n  def __str__(self): return str(self)\nprint(A())",
        "class A:\n  def __eq__(self, o): return self == o\nA() == A()",
        "class A:\n  def __lt__(self, o): return self < o\nsorted([A(), A()])",
        "class A:\n  def __hash__(self): return hash(self)\n{A(): 1}",
        "class A:\n  def __len__(self): return len(self)\nlen(A())",
        "class A:\n  def __bool__(self): return bool(self)\nbool(A())",
        "class A:\n  def __iter__(self): return iter(self)\nlist(A())",
        "class A:\n  def __next__(self): return next(self)\nnext(A())",
        "class A:\n  def __getattr__(self, n): return getattr(self, n)\nA().x",
        "class A:\n  def __getattribute__(self, n): return getattr(self, n)\nA().x",
        "class A:\n  def __setattr__(self, n, v): setattr(self, n, v)\nA().x = 1",
        "class A:\n  def __getitem__(self, n): return self[n]\nA()[0]",
        "class A:\n  def __contains__(self, n): return n in self\n1 in A()",
        "class A:\n  def __call__(self): return self()\nA()()",
        "class A:\n  def __add__(self, o): return self + o\nA() + 1",
        "class A:\n  def __radd__(self, o): return o + self\n1 + A()",
        "class A:\n  def __neg__(self): return -self\n-A()",
        "class A:\n  def __index__(self): return self.__index__()\n[1][A()]",
        "class A:\n  def __int__(self): return int(self)\nint(A())",
        "class A:\n  def __format__(self, s): return format(self, s)\nf'{A():x}'",
        "class A:\n  def __init__(self): A()\nA()",
        "class A:\n  def __new__(cls): return cls()\nA()",
        "class A:\n  def __enter__(self):\n    with self: pass\n  def __exit__(self, *a): pass\n"
        "with A(): pass",
        "class A:\n  @property\n  def p(self): return self.p\nA().p",
        "class A:\n  def __del__(self): A()\nA()\nimport gc\ngc.collect()",
        "class M(type):\n  def __call__(cls): return cls()\nclass A(metaclass=M): pass\nA()",
        "def f(x): return max([1, 2], key=f)\nf(1)",
        "def f(x): return sorted([1, 2], key=f)\nf(1)",
        "def f(x): return list(map(f, [1]))\nf(1)",
        "def f(): exec('f()')\nf()",
        "def f(): return eval('f()')\nf()",
        "def f():\n  try: 1/0\n  except ZeroDivisionError: f()\nf()",
    )

    def test_endless(self):
        for program in self.PROGRAMS:
            self.survives(program, errors=LIMITS)

    def test_is_an_error_that_can_be_caught(self):
        r = self.survives("def f(): f()\nfor i in range(3):\n  try: f()\n"
                          "  except RecursionError as e: print(e)\nprint('on')")
        self.assertEqual(r.code, 0, r.err[-300:])
        self.assertTrue(r.out.endswith("on\n"))
        self.assertEqual(r.out.count("maximum recursion depth exceeded"), 3)

    def test_a_traceback_stays_readable(self):
        r = self.survives("def f(): f()\nf()")
        self.assertEqual(r.code, 1)
        self.assertTrue(r.last_error.startswith("RecursionError"))

    def test_nested_data(self):
        make = "x = []\nfor i in range(100000): x = [x]\n"
        for use in ("repr(x)", "x == [x]", "str(x)", make.replace("x", "y") + "x == y",
                    "import gc\ngc.collect()", "x = None\nimport gc\ngc.collect()",
                    "import json\njson.dumps(x)"):
            self.survives(make + use)
        self.survives("x = ()\nfor i in range(100000): x = (x,)\nhash(x)")
        self.survives("x = {}\nfor i in range(100000): x = {1: x}\nrepr(x)")
        self.survives("import json\njson.loads('[' * 1000000)")

    def test_self_containing_data(self):
        r = self.survives("x = []\nx.append(x)\nprint(x)\nd = {}\nd[1] = d\nprint(d)")
        self.assertEqual(r.out, "[[...]]\n{1: {...}}\n")

    def test_modules_that_import_each_other_without_end(self):
        with Files({"a.py": "import sys\ndel sys.modules['a']\nimport a"}) as d:
            r = run("-c", "import a", cwd=d, timeout=60)
        self.assertIn(r.code, (0, 1))

    def test_moderate_recursion_works(self):
        r = self.survives("def f(n): return n and 1 + f(n - 1)\nprint(f(500))")
        self.assertEqual(r.out, "500\n")

    def test_in_a_small_heap(self):
        for heap in ("16K", "32K", "64K"):
            self.survives("def f(): f()\nf()", "-X", "heapsize=" + heap)


unittest.main()
