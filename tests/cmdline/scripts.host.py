# SPDX-License-Identifier: MIT
# Names that are no readable program, and source text that is no good program.
import os
import unittest
from testlib.host import Files, run

WRONG_LINES = """
yield 1
await x
return
continue
nonlocal x
x: int: str = 1
del f()
a + 1 = 2
(a, b) += 1
*a = 1
a, *b, *c = x
f(a=1, 2)
f(**a, *b)
f(a=1, a=2)
def f(a=1, b): pass
def f(*): pass
def f(**a, b): pass
import a.b as
from a import
from . import *, a
None = 1
def None(): pass
for 1 in x: pass
with a as 1: pass
x = yield = 1
lambda: (yield) = 1
[x for x in y = 1]
(x := 1) = 2
x := 1
assert
raise from x
print 1
a.1
if x = 1: pass
"""


class Names(unittest.TestCase):
    def test_missing(self):
        r = run("nosuch.py", "arg")
        self.assertEqual((r.out, r.code), ("", 2))
        self.assertRegex(r.err, r"^\S+: can't open file 'nosuch.py': "
                                r"\[Errno 2\] No such file or directory\n$")

    def test_not_a_directory(self):
        with Files({"a.py": ""}) as d:
            r = run(d + "/a.py/b.py")
        self.assertEqual((r.out, r.code), ("", 2))
        self.assertIn("can't open file", r.err)

    @unittest.skipIf(os.geteuid() == 0, "root may read anything")
    def test_unreadable(self):
        with Files({"a.py": "print(1)"}) as d:
            os.chmod(d + "/a.py", 0)
            r = run(d + "/a.py")
        self.assertEqual((r.out, r.code), ("", 2))
        self.assertIn("[Errno 13]", r.err)

    def test_directory(self):
        with Files({"dir/a.py": ""}) as d:
            r = run("dir", cwd=d)
        self.assertEqual((r.out, r.code), ("", 1))
        self.assertNotEqual(r.err, "")

    def test_odd_names(self):
        for name in ("", "x" * 5000, "/dev/null/x", "-"):
            r = run(name) if name != "-" else run(name, stdin="print(1)")
            self.assertIn(r.code, (0, 1, 2), repr(name)[:20])

    def test_dev_null(self):
        self.assertEqual(run("/dev/null").code, 0)

    def test_many_arguments(self):
        r = run("-c", "import sys; print(len(sys.argv))", *(["x"] * 3000))
        self.assertEqual((r.out, r.code), ("3001\n", 0))

    def test_arguments_that_are_no_utf8(self):
        r = run("-c", "import sys; print(len(sys.argv))", b"\xff\xfe".decode("latin-1"))
        self.assertEqual((r.out, r.code), ("2\n", 0))


class Malformed(unittest.TestCase):
    def check(self, source, kind="SyntaxError"):
        """Runs the source as a file: exit code 1, nothing on stdout, an error of the kind."""
        with Files({"a.py": source}) as d:
            r = run("a.py", cwd=d)
        self.assertEqual((r.code, r.out), (1, ""), (source[:60], r.err[-300:]))
        self.assertRegex(r.last_error, "^(%s)(:|$)" % kind, source[:60])
        return r

    def test_line_is_named(self):
        for source, line in (("x = 1\n\ny = )\n", 3), ("def f(:\n  pass", 1), ("a b", 1),
                             ("if x\n  pass", 1), ("for x in:\n pass", 1), ("x = 5 +", 1),
                             ("\n\nreturn 1", 3), ("\nbreak", 2), ("1 = x", 1), ("f() = 1", 1),
                             ("def f(a, a): pass", 1), ("global x\nx = 1\nimport\n", 3),
                             ("class A:\n  x = 1\n  y = = 2\n", 3)):
            r = self.check(source)
            self.assertIn('File "a.py", line %d' % line, r.err, source)

    def test_indentation(self):
        self.check("if 1:\nx = 1", "IndentationError")
        self.check("if 1:\n    x = 1\n  y = 2", "IndentationError")
        self.check("  x = 1", "IndentationError")
        self.check("if 1:\n\tx = 1\n        y = 2", "TabError|IndentationError")

    def test_unterminated(self):
        for source in ("x = 'abc", 'x = "abc\n"', "x = '''abc\n\n", "x = (1, 2", "x = [1\n",
                       "x = {", "x = f'{", "x = f'{a", "x = f'{a!", "x = f'{a:'", "x = 1 \\", "\\",
                       "x = b'", "@", "@x", "def", "def f():", "class", "try:\n  pass\n", "lambda",
                       "x = '\\"):
            self.check(source, "SyntaxError|IndentationError")

    def test_nul(self):
        for source in (b"x = 1\0", b"\0", b"x = '\0'", b"print(1)\n\0\n", b"# \0"):
            self.check(source)

    def test_invalid_utf8(self):
        for source in (b"x = '\xff'", b"\xff\xfe", b"x\x80 = 1", b"x = '\xc3", b"# \xff\n",
                       b"x = '\xed\xa0\x80'", b"x = '\xf4\x90\x80\x80'", b"x = '\xc0\x80'",
                       b"x = b'\xff'", b"\xef\xbb"):
            self.check(source)

    def test_strange_characters(self):
        for source in ("x = 1 $ 2", "x = ?", "x = 1 \u00a0+ 2", "`x`", "x = \u201ca\u201d", "\x01",
                       "x = 0777", "x = 1__0", "x = 0x", "x = 1e", "x = 12abc", "x = 0b2",
                       "x = 1_"):
            self.check(source)

    def test_bad_escapes(self):
        for source in ("'\\x1'", "'\\u12'", "'\\U00110000'", "b'\\x'", "'\\N{nosuchname}'",
                       "'\\N{'"):
            self.check(source)

    def test_wrong_places(self):
        for source in WRONG_LINES.strip().split("\n"):
            self.check(source)
        for source in ("def f():\n  nonlocal x",
                       "def f(x):\n  global x",
                       "try:\n  pass\nexcept:\n  pass\nexcept A:\n  pass",
                       "while 1:\n  pass\nelse\n",
                       "def f():\n  from a import *",
                       "class A:\n  return"):
            self.check(source)

    def test_nothing_ran_before_the_error(self):
        self.check("print('must not appear')\nx = (1")


unittest.main()
