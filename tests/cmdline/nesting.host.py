# SPDX-License-Identifier: MIT
# Source text nested 100,000 deep: it works or is an error, never a crash or a hang.
import unittest
from testlib.host import HostileCase

DEEP = 100000


class Nesting(HostileCase):
    def test_brackets(self):
        for opening, closing in ("()", "[]", ("{", "}"), ("{1:", "}"), ("(1,", ")"), ("f(", ")"),
                                 ("x[", "]"), ("[x for x in ", "]"), ("(x for x in ", ")")):
            self.survives("x = " + opening * DEEP + "1" + closing * DEEP)
            self.survives("x = " + opening * DEEP)
            self.survives("x = " + closing * DEEP)

    def test_operators(self):
        for piece in ("not |-|~|lambda: |1 if 1 else |2 ** |await |x = |yield |lambda x=|a < |"
                      "1 or |1 and |1 + |'a' |x := (|*").split("|"):
            self.survives("x = " + piece * DEEP + "1")

    def test_chains(self):
        for piece in ".a|()|[0]|(0)|.a()| + 1| < 1| or 1| if 1 else 1|, 1".split("|"):
            self.survives("x = 1\ny = lambda: x" + piece * DEEP)

    def test_targets(self):
        for left, right in (("(", ",)"), ("[", "]"), ("*", "")):
            self.survives(left * DEEP + "a" + right * DEEP + " = 1")
            self.survives("for " + left * DEEP + "a" + right * DEEP + " in x: pass")
        self.survives("a" + " = a" * DEEP)
        self.survives("del " + "(" * DEEP + "a" + ")" * DEEP)

    def test_blocks(self):
        for head in ("if 1:", "while 1:", "for i in x:", "try:", "with a:", "def f():", "class A:",
                     "async def f():", "match x:"):
            lines = [" " * i + head for i in range(1500)]
            self.survives("\n".join(lines) + "\n" + " " * 1500 + "pass\n")

    def test_elif(self):
        self.survives("x = 0\nif x == 1: pass\n" + "elif x == 2: pass\n" * 20000)

    def test_fstrings(self):
        self.survives("x = " + "f'{" * 10000 + "1" + "}'" * 10000)
        self.survives("x = f'" + "{1:" * 10000 + "}" * 10000 + "'")
        self.survives("x = f'" + "{1}" * DEEP + "'")

    def test_eval_and_exec(self):
        program = "try:\n    %s('(' * 100000)\nexcept %s as e:\n    print('ok')"
        for function in ("eval", "exec"):
            r = self.survives(program % (function, "(SyntaxError, MemoryError, RecursionError)"))
            self.assertEqual(r.out, "ok\n")

    def test_moderate_depth_works(self):
        opening, closing = "(" * 50, ")" * 50
        lists = "[" * 50 + "]" * 50
        r = self.survives("print(%s1%s)\nprint(%s)" % (opening, closing, lists))
        self.assertEqual(r.out, "1\n" + lists + "\n")


unittest.main()
