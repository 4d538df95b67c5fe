# SPDX-License-Identifier: MIT
"""Runs random programs in the interpreter and in CPython and compares what they print.

    python3 coverage/fuzz_programs.py [-b BINARY] [--seed N] [--seconds S] [--keep DIR]

The programs mix containers, classes, generators, closures, comprehensions and exceptions. Each
statement is tried on its own; what it raises is printed by the exception's class. The order of
sets is free, so most have one element; recursion through the containers is bounded by depth.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("-b", "--binary", default="build/unix/micropython")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--seconds", type=float, default=60)
parser.add_argument("--keep", default=".", help="where programs that differ are written")
parser.add_argument("--options", default="", help="options of the interpreter")
options = parser.parse_args()

PRELUDE = '''
def show(x, depth=0):
    if depth > 4: return "..."
    t = type(x)
    if t in (set, frozenset): return t.__name__ + "{" + ", ".join(sorted([show(i, depth + 1) for i in x])) + "}"
    if t is list: return "[" + ", ".join([show(i, depth + 1) for i in x]) + "]"
    if t is tuple: return "(" + ", ".join([show(i, depth + 1) for i in x]) + ",)"
    if t is dict: return "{" + ", ".join([show(k, depth + 1) + ": " + show(v, depth + 1) for k, v in x.items()]) + "}"
    if t in (int, float, str, bytes, bool, bytearray, complex, range, slice, type(None)): return repr(x)[:300]
    if isinstance(x, Exception): return t.__name__
    if isinstance(x, P): return t.__name__ + show(x.__dict__, depth + 1)
    return t.__name__

def cut(x, *s):
    return x[slice(*s)] if not isinstance(x, dict) else len(x)

class P:
    k = 3
    def __init__(self, v=0): self.v = v
    def __eq__(self, o): return isinstance(o, P) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < o.v
    def __add__(self, o): return P(self.v + (o.v if isinstance(o, P) else o))
    def __getitem__(self, i): return (self.v, i)
    def __len__(self): return 3
    def __call__(self, *a, **k): return (self.v, a, sorted(k.items()))
    def __repr__(self): return f"P({self.v!r})"

class Q(P):
    def __add__(self, o): return super().__add__(o)
    def __iter__(self): yield self.v; yield from range(2)
    def __enter__(self): return self
    def __exit__(self, t, e, b): return t is ValueError
    def __contains__(self, x): return x == self.v
    @property
    def p(self): return self.v
    @p.setter
    def p(self, x): self.v = x
    def __getattr__(self, n):
        if n == "z": return 26
        raise AttributeError(n)

class L(list): pass
class D(dict):
    def __missing__(self, k): return ("missing", k)
class I(int): pass
class S(str):
    def __add__(self, o): return S(str(self) + str(o))

def gen(n, x=None):
    try:
        for i in range(n):
            x = yield (i, x)
    except KeyError as e:
        yield "caught"
    finally:
        yield "finally"

a, b, c, d, e, f = 1, "two", [3, 4.5], {"k": 5}, (6, None), {7}
g = h = None
'''


class Program:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines = []
        self.locals = 0

    def pick(self, *items):
        return self.r.choice(items)

    def name(self):
        return self.r.choice("abcdefgh")

    def small(self):
        return self.pick("0", "1", "2", "3", "-1", "-2", "5", "7", "100", "True", "None", "2**31", "2**62", "-2**63", "2**64",
                         "10**20", "1.5", "-0.0", "1e300", "0.1", "2.0", "float('inf')", "1j")

    def text(self):
        return self.pick("''", "'a'", "'abc'", "'héλ'", "'x y z'", "'%s'", "'{}'", "b''", "b'ab\\x00'", "'12'", "' 3 '",
                         "bytearray(b'xyz')", "S('sub')", "'a' * 20")

    def container(self, depth):
        """An expression that most likely gives something iterable."""
        e = lambda: self.expr(depth + 1)
        return self.pick("c", "c", "d", "e", "f", self.text(), f"[{e()}, {e()}]", f"({e()}, {e()}, {e()})", "list(d.items())",
                         "list(gen(3))", "range(4)", "range(9, -3, -2)", f"{{{e()}: {e()}}}", f"list({self.name()})", f"L(({e()}, 2))",
                         f"D(x={e()})", f"Q({e()})", f"{{{self.small()}}}", "'ab cd'.split()")

    def expr(self, depth=0):
        r = self.r
        if depth > 2 or r.random() < 0.3:
            return self.pick(self.name(), self.name(), self.name(), self.small(), self.text())
        e = lambda: self.expr(depth + 1)
        n = lambda: str(r.randrange(-4, 9))
        v = lambda: self.container(depth + 1) if r.random() < 0.7 else e()
        k = r.randrange(34)
        if k == 0:
            return f"({e()} {self.pick('+', '-', '*', '/', '//', '%', '&', '|', '^')} {e()})"
        if k == 1:
            return f"({e()} {self.pick('<', '<=', '==', '!=', '>', '>=', 'in', 'not in', 'is', 'is not')} {e()})" \
                .replace(" is ", " == ").replace(" == not ", " != ")
        if k == 2:
            return f"({e()} {self.pick('and', 'or')} {e()})"
        if k == 3:
            return f"({self.pick('-', 'not ', '~', '+')}{e()})"
        if k == 4:
            return "[" + ", ".join(e() for _ in range(r.randrange(4))) + "]"
        if k == 5:
            return "(" + "".join(e() + ", " for _ in range(r.randrange(4))) + ")"
        if k == 6:
            return "{" + ", ".join(e() + ": " + e() for _ in range(r.randrange(4))) + "}"
        if k == 7:
            return "{" + e() + "}"
        if k == 8:
            return f"{v()}[{n()}]"
        if k == 9:
            return f"cut({v()}, {self.pick('None', n())}, {self.pick('None', n())}, {self.pick('None', n())})"
        if k == 10:
            return f"({e()} if {e()} else {e()})"
        if k == 11:
            return f"[{e()} for i in {v()} {self.pick('', 'if i', 'for j in [i, 1]')}]"
        if k == 12:
            return f"{{i: {e()} for i in {v()}}}"
        if k == 13:
            return f"{self.pick('list', 'tuple', 'sorted', 'set', 'sum', 'max', 'min', 'any', 'all', 'dict')}({v()})"
        if k == 14:
            return f"{self.pick('len', 'int', 'str', 'bool', 'float', 'abs', 'hash0', 'repr', 'bytes0', 'type', 'P', 'Q', 'L', 'D', 'I', 'S', 'iter', 'reversed', 'round')}({e()})" \
                .replace("hash0", "callable").replace("bytes0", "frozenset")
        if k == 15:
            x = e()
            return f"str({x})" if "'" in x else f"f'{{({x})!r:>{r.randrange(12)}}}'"
        if k == 16:
            return f"(lambda *p, q={e()}: (p, q))({e()}, *{v()})"
        if k == 17:
            return f"list(zip({v()}, {v()}))"
        if k == 18:
            return f"list(map({self.pick('str', 'bool', 'P', 'lambda i: (i, i)')}, {v()}))"
        if k == 19:
            return f"({e()}).{self.pick('v', 'p', 'k', 'z', 'zz', 'real', 'imag')}"
        if k == 20:
            return f"({v()}).{self.pick('copy', 'keys', 'values', 'items', 'upper', 'split', 'strip', 'pop', 'popitem', 'clear', 'reverse', 'sort', 'bit_length', 'hex', 'title', 'isdigit', 'conjugate', 'is_integer')}()"
        if k == 21:
            return f"({v()}).{self.pick('append', 'extend', 'remove', 'index', 'count', 'update', 'add', 'discard', 'union', 'join', 'find', 'startswith', 'get', 'setdefault', 'intersection', 'difference', 'issubset', 'symmetric_difference', 'split', 'partition')}({e()})"
        if k == 22:
            return f"({v()}).{self.pick('insert', 'replace', 'get', 'setdefault', 'pop', 'count', 'find', 'center', 'ljust')}({e()}, {e()})"
        if k == 23:
            return f"list(gen({n()}, {e()}))"
        if k == 24:
            return f"(lambda t: [t, {e()}, t])({e()})"
        if k == 25:
            return f"list(enumerate({v()}, {n()}))"
        if k == 26:
            return f"[*{v()}, *{v()}]"
        if k == 27:
            return f"{{**{e()}, 'm': {e()}}}"
        if k == 28:
            return f"{self.name()}({v()}, *{v()})"
        if k == 29:
            return f"(({e()}) {self.pick('<<', '>>')} {r.randrange(70)})"
        if k == 30:
            return f"list(i for i in {v()} if {e()})"
        if k == 31:
            return f"divmod({e()}, {e()})"
        if k == 32:
            return f"{e()}({e()}, w={e()})"
        return f"isinstance({e()}, ({self.pick('int', 'str', 'list', 'P', 'dict')}, {self.pick('float', 'Q', 'tuple')}))"

    def body(self, depth, indent):
        for _ in range(self.r.randrange(1, 4)):
            self.statement(depth + 1, indent + "    ")

    def put(self, indent, text):
        self.lines.append(indent + text)

    def statement(self, depth, indent):
        r = self.r
        k = r.randrange(16) if depth < 3 else r.randrange(7)
        e = self.expr
        if k in (0, 1):
            self.put(indent, f"{self.name()} = {e()}")
        elif k == 2:
            name, part = self.name(), self.pick("", "", ":", ":2")
            check = f"if not isinstance({name}, dict): " if part else ""
            self.put(indent, f"{check}{name}[{r.randrange(-3, 4)}{part}] = {e()}")
        elif k == 3:
            self.put(indent, f"{self.name()} {self.pick('+', '-', '*', '//', '|', '&')}= {e()}")
        elif k == 4:
            self.put(indent, self.pick(f"del {self.name()}[{r.randrange(-2, 3)}]", f"{self.name()}, {self.name()} = {e()}",
                                       f"{self.name()}, *{self.name()} = {e()}", f"{self.name()}.{self.pick('v', 'p', 'w')} = {e()}",
                                       f"{self.name()}, {self.name()} = {e()}, {e()}", f"assert {e()}"))
        elif k == 5:
            self.put(indent, f"print(show({e()}))")
        elif k == 6:
            self.put(indent, self.pick(f"raise {self.pick('ValueError', 'KeyError', 'P', 'StopIteration')}({e()})", f"{e()}",
                                       "pass", f"print(show({self.name()}))"))
        elif k == 7:
            self.put(indent, f"if {self.pick('', f'{self.name()} := ')}{e()}:")
            self.body(depth, indent)
            if r.random() < 0.5:
                self.put(indent, "else:")
                self.body(depth, indent)
        elif k == 8:
            self.put(indent, f"for {self.pick('i', self.name(), 'i, j')} in list({e()})[:6]:")
            self.body(depth, indent)
            if r.random() < 0.3:
                self.put(indent + "    ", self.pick("break", "continue", f"if {e()}: break"))
            if r.random() < 0.3:
                self.put(indent, "else:")
                self.body(depth, indent)
        elif k == 9:
            w = f"w{self.locals}"
            self.locals += 1
            self.put(indent, f"{w} = 0")
            self.put(indent, f"while {w} < 3 and {e()}:")
            self.put(indent + "    ", f"{w} += 1")
            self.body(depth, indent)
        elif k in (10, 11):
            self.put(indent, "try:")
            self.body(depth, indent)
            self.put(indent, f"except {self.pick('ValueError', '(TypeError, KeyError)', 'Exception', 'LookupError')}"
                             f"{self.pick('', ' as x')}:")
            self.body(depth, indent)
            if r.random() < 0.3:
                self.put(indent, "else:")
                self.body(depth, indent)
            if r.random() < 0.4:
                self.put(indent, "finally:")
                self.body(depth, indent)
        elif k == 12:
            self.put(indent, f"with Q({e()}) as {self.name()}:")
            self.body(depth, indent)
        elif k == 13:
            n = f"fn{self.locals}"
            self.locals += 1
            x = self.name()
            self.put(indent, f"def {n}({x}, m={e()}, *args, key=2, **kw):")
            if r.random() < 0.3:
                self.put(indent + "    ", f"yield {e()}")
                self.put(indent + "    ", f"yield from {e()}")
            elif r.random() < 0.4:
                self.put(indent + "    ", f"inner = lambda: ({x}, m, args, sorted(kw))")
                self.put(indent + "    ", f"{x} = inner()")
            self.body(depth, indent)
            self.put(indent + "    ", f"return {e()}")
            self.put(indent, f"{self.name()} = {n}({e()}, {self.pick('', 'key=' + e(), e() + ', ' + e(), '*' + e(), '**' + e())})")
        elif k == 14:
            self.put(indent, f"match {e()}:")
            pattern = self.pick("[x, *_]", "{'k': x}", "int() | float()", "P(v=x)", "str() as x", "(1 | 2) as x", "None", "(x, y)")
            self.put(indent + "    ", f"case {pattern}:")
            self.body(depth + 1, indent + "    ")
            self.put(indent + "    ", "case _:")
            self.body(depth + 1, indent + "    ")
        else:
            n = f"C{self.locals}"
            self.locals += 1
            self.put(indent, f"class {n}({self.pick('P', 'Q', 'L', 'D', 'I', 'S')}):")
            self.put(indent + "    ", f"attr = {e()}")
            self.put(indent + "    ", f"def __{self.pick('getitem', 'contains', 'add', 'mul', 'eq')}__(self, o): return {e()}")
            self.put(indent, f"{self.name()} = {n}({self.pick('', e())})")

    def generate(self):
        for _ in range(25):
            self.put("", "try:")
            self.statement(0, "    ")
            self.put("", "except RecursionError: print('deep')")
            self.put("", "except Exception as x: print(type(x).__name__)")
            self.put("", "print(show(a), show(b), show(c), show(d))")
            if self.r.random() < 0.3:
                self.put("", "a, b, c, d, e, f = 1, 'two', [3, 4.5], {'k': 5}, (6, None), {7}")
        self.put("", "print(show(e), show(f), show(g), show(h))")
        return PRELUDE + "\n".join(self.lines) + "\n"


def output(command, path):
    try:
        p = subprocess.run([*command, path], stdin=subprocess.DEVNULL, capture_output=True, timeout=10)
    except subprocess.TimeoutExpired:
        return None, "", ""
    return p.returncode, p.stdout.decode("utf-8", "replace"), p.stderr.decode("utf-8", "replace")


def main():
    binary = [os.path.abspath(options.binary), *options.options.split()]
    runs = findings = 0
    end = time.time() + options.seconds
    seed = options.seed * 1000000
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "program.py")
        while time.time() < end:
            seed += 1
            text = Program(seed).generate()
            with open(path, "w") as f:
                f.write(text)
            expected = output([sys.executable, "-X", "utf8", "-W", "ignore"], path)
            if expected[0] is None or "MemoryError" in expected[1]:
                continue
            runs += 1
            actual = output(binary, path)
            if actual[:2] != expected[:2]:
                findings += 1
                name = os.path.join(options.keep, f"differs-{seed}.py")
                with open(name, "w") as f:
                    f.write(text)
                pairs = zip(actual[1].splitlines(), expected[1].splitlines())
                at = next((i for i, (x, y) in enumerate(pairs) if x != y), -1)
                print(f"{name}: exit {actual[0]}, line {at + 1}; {actual[2][-200:]!r}", flush=True)
                print("   " + "".join(actual[1].splitlines()[at:at + 1])[:150])
                print("   " + "".join(expected[1].splitlines()[at:at + 1])[:150], flush=True)
    print(f"{runs} programs, {findings} differ")


main()
