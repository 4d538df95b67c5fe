# SPDX-License-Identifier: MIT
"""What random programs are made of: values, expressions, and blocks of statements that may raise,
return, yield or wait anywhere. coverage/random_scenes.py and random_classes.py make programs of them.

A program prints what happens, as it happens, through the functions of PRELUDE. It keeps the
generators it makes (`keep`), as they are closed at another time here than in CPython.
"""

import random
from contextlib import contextmanager

PRELUDE = '''\
def show(x, d=0):
    t = type(x)
    n = t.__name__
    if d > 4: return n
    if isinstance(x, BaseException): return exc(x, d)
    if t in (int, float, complex, str, bytes, bool, range, slice): return repr(x)
    if t is dict or isinstance(x, dict):
        s = "{" + ", ".join([show(k, d + 1) + ": " + show(v, d + 1) for k, v in dict.items(x)]) + "}"
    elif isinstance(x, list): s = "[" + ", ".join([show(i, d + 1) for i in list.__iter__(x)]) + "]"
    elif isinstance(x, tuple): s = "(" + ", ".join([show(i, d + 1) for i in tuple.__iter__(x)]) + ")"
    elif isinstance(x, (set, frozenset)):
        b = set if isinstance(x, set) else frozenset
        s = "{" + ", ".join(sorted([show(i, d + 1) for i in b.__iter__(x)])) + "}"
    elif isinstance(x, type): return "class " + x.__name__
    elif x is None or x is NotImplemented or x is ...: return n
    else:
        for b in (int, str, float, bytes, bytearray, complex):
            if isinstance(x, b):
                s = b.__repr__(x)
                break
        else: s = ""
    return s if n in ("dict", "list", "tuple", "set") else n + ":" + s

def exc(e, d=0):
    s = type(e).__name__ + show(e.args, d + 1)
    if d > 3: return s
    if isinstance(e, BaseExceptionGroup): s += "[" + ", ".join([exc(i, d + 1) for i in e.exceptions]) + "]"
    if e.__cause__ is not None: s += " from " + exc(e.__cause__, d + 1)
    if e.__context__ is not None and e.__context__ is not e.__cause__: s += " in " + exc(e.__context__, d + 1)
    if e.__suppress_context__: s += "!"
    if getattr(e, "__notes__", None): s += show(e.__notes__)
    return s

def p(tag, *a): print(tag, *[show(i) for i in a])

def do(tag, f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(tag, "!", exc(e))
    else:
        print(tag, "=", show(r))
        return r

KEPT = []
def keep(x):
    KEPT.append(x)
    return x
'''
END_OF_PRELUDE = PRELUDE[PRELUDE.index("KEPT = []"):]

# Helpers that a program has if it uses them.
HELPERS = {
    "CM": '''\
class CM:
    def __init__(self, n, r=None, a=None, b=None): self.n, self.r, self.a, self.b = n, r, a, b
    def __enter__(self):
        p("enter", self.n)
        if self.a: raise self.a
        return self.n
    def __exit__(self, t, e, tb):
        p("exit", self.n, t, e, tb is None)
        if self.b: raise self.b
        return self.r
''',
    "ACM": '''\
class ACM:
    def __init__(self, n, r=None, a=None, b=None): self.n, self.r, self.a, self.b = n, r, a, b
    async def __aenter__(self):
        p("aenter", self.n)
        p("sent", await Wait(self.n))
        if self.a: raise self.a
        return self.n
    async def __aexit__(self, t, e, tb):
        p("aexit", self.n, t, e, tb is None)
        p("sent", await Wait(-self.n))
        if self.b: raise self.b
        return self.r
''',
    "Wait": '''\
class Wait:
    def __init__(self, n): self.n = n
    def __await__(self):
        try: return (yield ("wait", self.n))
        finally: p("waited", self.n)
''',
    "AIter": '''\
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        if self.n == 1: await Wait(self.n)
        return self.n
''',
    "It": '''\
class It:
    def __init__(self, n, e=None): self.n, self.e = n, e
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise self.e or StopIteration("end")
        return self.n
''',
    "Sub": '''\
class Sub(It):
    def send(self, x): p("Sub.send", x); return next(self)
    def throw(self, *a):
        p("Sub.throw", a[0])
        if self.n > 1: raise a[0]
        return "thrown"
    def close(self): p("Sub.close"); 1 // (self.n - 1)
''',
    "Ending": '''\
class Ending(It):
    def throw(self, *a): p("Ending.throw", a[0]); raise StopIteration(a[0])
''',
    "Foreign": '''\
class Foreign(Sub):
    def __await__(self): return self
''',
    "E1": "class E1(Exception): pass\n",
    "E2": "class E2(E1, ValueError): pass\n",
    "B1": "class B1(BaseException): pass\n",
    "S": "class S(str): pass\n",
    "I": "class I(int): pass\n",
    "L": "class L(list): pass\n",
    "D": "class D(dict):\n    def __missing__(self, k): return ('missing', k)\n",
    "Pt": '''\
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x=0, y=None): self.x, self.y = x, y
    def __eq__(self, o): return isinstance(o, Pt) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash(self.x)
''',
}
NEEDS = {"ACM": ["Wait"], "AIter": ["Wait"], "Sub": ["It"], "Ending": ["It"], "Foreign": ["Sub", "It"], "E2": ["E1"]}

INTS = ("0", "1", "2", "3", "-1", "-2", "5", "7", "10", "100", "255", "256", "True", "False", "2**15", "2**30", "2**31", "-2**31",
        "2**32", "2**61-1", "2**62", "-2**62", "2**63", "-2**63", "2**64", "-2**64-1", "10**20", "-10**18", "3**50", "1<<100")
FLOATS = ("0.0", "-0.0", "1.5", "2.0", "-2.5", "0.1", "1e16", "1e300", "1e-7", "123456.789", "float('inf')", "-float('inf')",
          "float('nan')", "2.0**53", "1e22", "5e-324")
STRS = ("''", "'a'", "'abc'", "'x y  z'", "'AbC'", "'12'", "' 3 '", "'a,b,,c'", "'h\\xe9\\u03bb'", "'\\U0001f600x'", "'a\\nb\\r\\nc'",
        "'%s %d'", "'{} {}'", "'aaa'", "'1_000'", "'\\t'", "'\\x00z'", "('ab' * 9)", "'-0x1f'", "'1e3'")
BYTES = ("b''", "b'a'", "b'abc'", "b'x y'", "b'\\x00\\xff'", "b'12'", "bytearray(b'xyz')", "(b'ab' * 5)", "memoryview(b'abcd')")
ERRORS = ("ValueError", "KeyError", "TypeError", "IndexError", "ZeroDivisionError", "StopIteration", "RuntimeError", "E1", "E2",
          "OSError", "AttributeError", "GeneratorExit", "B1", "LookupError", "AssertionError", "StopAsyncIteration")
FAILING = ("1 // 0", "[][1]", "{}['k']", "int('q')", "None.a", "no_such", "1 + 'a'", "len(5)", "(1)(2)", "[1] < 2", "next(iter(()))",
           "'%d' % 'x'", "[*5]", "{**3}", "''.join([1])", "{[]: 1}", "chr(-1)", "(1, 2)[3]", "'abc'['a']", "iter(4)", "b'a' + 'b'")


class Maker:
    """Makes the text of a program. What it puts stands in the innermost block."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines, self.indent, self.count, self.used = [], "", 0, []

    def text(self):
        helpers = [HELPERS[n] for n in HELPERS if n in self.used]
        return "\n".join([PRELUDE, *helpers, *self.lines, "print('end')", ""])

    def pick(self, *items):
        return self.r.choice(items)

    def chance(self, likely):
        return self.r.random() < likely

    def some(self, low, high):
        return range(self.r.randrange(low, high + 1))

    def new(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def use(self, name):
        for n in [name, *NEEDS.get(name, [])]:
            if n in HELPERS and n not in self.used:
                self.used.append(n)
        return name

    def put(self, line):
        self.lines.append(self.indent + line)

    @contextmanager
    def block(self, line):
        self.put(line)
        self.indent += "    "
        yield
        self.indent = self.indent[4:]

    # Values

    def integer(self):
        return self.r.choice(INTS) if self.chance(0.4) else str(self.r.randrange(-3, 10))

    def atom(self):
        k = self.r.randrange(12)
        if k < 5:
            return self.integer()
        if k < 7:
            return self.r.choice(FLOATS)
        if k < 10:
            return self.r.choice(STRS)
        return self.pick(self.r.choice(BYTES), "None", "...", f"{self.use('S')}('sub')", f"{self.use('I')}(4)", "1j", "2-3j")

    def items(self, value, low=0, high=3):
        return ", ".join([value() for _ in self.some(low, high)])

    def small(self):
        return self.pick("0", "1", "2", "3", "-1", "4", "'a'", "'b'", "None", "1.5", "()", "True", "b'a'")

    def container(self):
        """An expression of something iterable whose order is certain."""
        s = self.small
        return self.pick(f"[{self.items(s)}]", f"[{self.items(s, 2, 5)}]", f"({s()}, {self.items(s)})", f"dict(a={s()}, b={s()})",
                         f"{{{s()}: {s()}, {s()}: {s()}}}", f"{{{s()}}}", f"frozenset([{s()}])", f"range({self.r.randrange(-2, 6)})",
                         "range(9, -4, -3)", self.r.choice(STRS), self.r.choice(BYTES), "()", "[]", "{}", "set()",
                         f"{self.use('L')}([{self.items(s)}])", f"{self.use('D')}(x={s()})", f"[[{s()}], ({s()},)]", "[3, 1, 2]",
                         "['b', 'a', 'c', 'a']", "[1.5, 2, True]", "[(1, 'b'), (0, 'a'), (1, 'a')]")

    def value(self):
        return self.atom() if self.chance(0.55) else self.container()

    def error(self, deep=0):
        name = self.use(self.r.choice(ERRORS))
        if not deep and self.chance(0.12):
            kind = "BaseExceptionGroup" if self.chance(0.3) else "ExceptionGroup"
            return f"{kind}('g', [{self.error(1)}, {self.error(self.r.randrange(2))}])"
        return f"{name}({self.items(self.small, 0, 2)})" if self.chance(0.8) else f"{name}"

    def caught(self):
        names = [self.use(n) for n in self.r.sample(ERRORS, 2)]
        return self.pick(names[0], names[0], f"({names[0]}, {names[1]})", "Exception", "Exception", "BaseException", "LookupError")

    # Blocks: what may stand in them is told by flags, letters of
    # y: yield, a: await, f: in a function, l: in a loop, n: no return and break (except*), g: no return of a value

    def expression(self, flags, names):
        r = self.r
        k = r.randrange(16)
        x = r.choice(names)
        if k < 3 and "y" in flags:
            return f"(yield {self.pick(x, self.small())})"
        if k < 2 and "a" in flags:
            return f"(await {self.use('Wait')}({r.randrange(5)}))"
        if k == 3:
            return r.choice(FAILING)
        if k == 4:
            return f"({x} {self.pick('+', '*', '-', '==', '<', 'and', 'or', '%', 'in')} {self.pick(self.small(), r.choice(names))})"
        if k == 5:
            return f"[{x}, {self.small()}]"
        if k == 6 and "c" not in flags:
            return f"[{x} for i in {self.container()}]"
        if k == 7:
            return f"({x} if {self.pick(x, self.small())} else {self.small()})"
        if k == 8:
            return self.value()
        if k == 9:
            return f"(lambda q={x}: (q, {r.choice(names)}))()"
        return self.pick(x, self.small())

    def body(self, flags, depth, names, low=1, high=3):
        for _ in self.some(low, high):
            self.statement(flags, depth, names)

    def statement(self, flags, depth, names):
        kinds = [self.tell, self.tell, self.assign, self.assign, self.jump, self.throw]
        if "y" in flags:
            kinds += [self.give, self.give, self.give]
        if "a" in flags:
            kinds += [self.wait, self.wait]
        if depth < 3:
            kinds += [self.attempt, self.attempt, self.managed, self.loop, self.condition, self.attempt, self.matching, self.nested]
        self.r.choice(kinds)(flags, depth, names)

    def tell(self, flags, depth, names):
        self.put(f"p({self.new('t')!r}, {self.expression(flags, names)})")

    def assign(self, flags, depth, names):
        x = self.r.choice(names)
        e = self.expression(flags, names)
        self.put(self.pick(f"{x} = {e}", f"{x} = {e}", f"{x} {self.pick('+', '-', '*', '|')}= {e}", f"{x}, {self.r.choice(names)} = {e}, {x}",
                           f"del {x}", f"{x}, *{self.r.choice(names)} = {self.container()}", f"{x}: int = {e}"))

    def jump(self, flags, depth, names):
        if "n" in flags:
            return self.tell(flags, depth, names)
        ways = ["pass"]
        if "l" in flags:
            ways += ["break", "continue", f"if {self.r.choice(names)}: break"]
        if "f" in flags:
            ways += ["return"] if "g" in flags else [f"return {self.expression(flags, names)}"]
        self.put(self.r.choice(ways))

    def throw(self, flags, depth, names):
        self.put(self.pick(f"raise {self.error()}", f"raise {self.error()} from {self.pick('None', self.error(1))}", "raise",
                           self.r.choice(FAILING), f"assert {self.expression(flags, names)}, {self.r.choice(names)}",
                           f"if {self.expression(flags, names)}: raise {self.error()}"))

    def give(self, flags, depth, names):
        x = self.r.choice(names)
        e = self.expression(flags.replace("y", ""), names)
        if "a" in flags:
            return self.put(f"{x} = yield {e}")
        source = self.pick(self.container(), f"{self.use('It')}({self.r.randrange(4)}, {self.pick('None', self.error(1))})",
                           f"{self.use('Sub')}({self.r.randrange(4)})", f"{self.use('Ending')}({self.r.randrange(4)})", "keep(iter([1, 2]))", e)
        self.put(self.pick(f"{x} = yield {e}", f"p({self.new('y')!r}, (yield {e}))", f"{x} = yield from {source}", f"yield {e}"))

    def awaitable(self):
        n = self.r.randrange(5)
        return self.pick(f"{self.use('Wait')}({n})", f"{self.use('Wait')}({n})", f"{self.use('Foreign')}({n})",
                         f"anext({self.use('AIter')}({n}), {self.small()})", f"{self.use('AIter')}({n}).__anext__()")

    def async_comprehension(self):
        loop = f"async for i in {self.use('AIter')}({self.r.randrange(4)})"
        condition = self.pick("", f" if await {self.use('Wait')}(i)", " if i")
        return self.pick(f"[i {loop}{condition}]", f"{{i: j {loop} for j in (i, 1){condition}}}", f"[(i, j) for j in (1, 2) {loop}{condition}]",
                         f"[await {self.use('Wait')}(i) for i in (1, 2)]", f"len({{i {loop}{condition}}})")

    def wait(self, flags, depth, names):
        x = self.r.choice(names)
        k = self.r.randrange(5 if depth < 3 else 3)
        if k < 2:
            return self.put(f"{x} = await {self.awaitable()}")
        if k == 2:
            return self.put(f"{x} = {self.async_comprehension()}")
        if k == 3:
            more = f", {self.use('ACM')}({self.manager()})" if self.chance(0.3) else ""
            with self.block(f"async with {self.use('ACM')}({self.manager()}) as {x}{more}:"):
                self.body(flags, depth + 1, names)
        else:
            with self.block(f"async for {x} in {self.use('AIter')}({self.r.randrange(4)}):"):
                self.body(flags + "l", depth + 1, names)
            self.otherwise(flags, depth, names)

    def manager(self):
        return ", ".join([self.new(""), self.pick("None", "True", "0"), *[f"{n}={self.error(1)}" for n in "ab" if self.chance(0.12)]])

    def otherwise(self, flags, depth, names):
        if self.chance(0.3):
            with self.block("else:"):
                self.body(flags, depth + 1, names)

    def attempt(self, flags, depth, names):
        star = self.chance(0.25)
        with self.block("try:"):
            self.body(flags, depth + 1, names)
        handlers = self.r.choice((0, 1, 1, 2))
        for _ in range(handlers):
            name = f" as {self.pick('e', *names)}" if self.chance(0.5) else ""
            inner = flags + "n" if star else flags
            with self.block(f"except{'*' if star else ''} {self.caught()}{name}:"):
                if name and self.chance(0.6):
                    self.put(f"p({self.new('c')!r}, {name[4:]})")
                self.body(inner, depth + 1, names)
        if handlers:
            self.otherwise(flags, depth, names)
        if not handlers or self.chance(0.4):
            with self.block("finally:"):
                self.put(f"p({self.new('f')!r})")
                self.body(flags + self.pick("", "n", "n"), depth + 1, names, 0, 2)

    def managed(self, flags, depth, names):
        more = f", {self.use('CM')}({self.manager()}) as {self.r.choice(names)}" if self.chance(0.3) else ""
        with self.block(f"with {self.use('CM')}({self.manager()}){more}:"):
            self.body(flags, depth + 1, names)

    def loop(self, flags, depth, names):
        if self.chance(0.3):
            w = self.new("w")
            self.put(f"{w} = 0")
            with self.block(f"while {w} < 3{self.pick('', f' and {self.r.choice(names)}')}:"):
                self.put(f"{w} += 1")
                self.body(flags.replace("n", "") + "l", depth + 1, names)
        else:
            source = self.pick(self.container(), f"range({self.r.randrange(4)})", f"{self.use('It')}(2, {self.error(1)})")
            with self.block(f"for {self.r.choice(names)} in {source}:"):
                self.body(flags.replace("n", "") + "l", depth + 1, names)
        self.otherwise(flags, depth, names)

    def condition(self, flags, depth, names):
        with self.block(f"if {self.pick('', '', '(z := 3) and ')}{self.expression(flags, names)}:"):
            self.body(flags, depth + 1, names)
        self.otherwise(flags, depth, names)

    def matching(self, flags, depth, names):
        with self.block(f"match {self.pick(self.r.choice(names), self.value())}:"):
            for _ in self.some(1, 2):
                with self.block(f"case {self.pattern(0, names)}{self.pick('', '', f' if {self.r.choice(names)}')}:"):
                    self.body(flags, depth + 2, names, 1, 2)

    def pattern(self, depth, names):
        """A pattern that captures each name once, and not at its top."""
        free = self.r.sample(names, len(names))
        text = self.subpattern(depth, free)
        return text if not text.isidentifier() or text == "None" else f"[{text}]"

    def subpattern(self, depth, free):
        def sub():
            return self.subpattern(depth + 1, free)
        k = self.r.randrange(13 if depth < 2 else 5)
        if k == 0:
            return self.pick("1", "'a'", "None", "-2", "1.5", "True", "b'a'", "''", "0", "1+2j")
        if k in (1, 2):
            return free.pop() if free and depth else "_"
        if k == 3:
            return self.pick("int()", "str()", "list()", "dict()", "tuple()", "float()", "bool()", "int(1)", "str('a')")
        if k == 4:
            return "(1 | 'a' | None)"
        if k == 5:
            return f"[{sub()}, {sub()}]"
        if k == 6:
            return f"({sub()}, {sub()}, *{free.pop() if free else '_'})"
        if k == 7:
            return f"[*{free.pop() if free else '_'}, {sub()}]"
        if k == 8:
            return f"{{{self.pick(*'12')}: {sub()}, 'a': {sub()}}}"
        if k == 9 and free:
            name = free.pop()
            return f"{{'a': {sub()}, **{name}}}"
        if k == 10:
            return f"{self.use('Pt')}({self.pick(sub(), f'x={sub()}', f'{sub()}, y={sub()}', f'{sub()}, {sub()}, {sub()}')})"
        if k == 11 and free:
            name = free.pop()
            return f"{sub()} as {name}".replace("_ as", "[_] as") if depth == 0 else f"({self.pick('int()', '[_, *_]')} as {name})"
        return f"(int() | float() | [{self.pick('1', '_')}, *_])"

    def nested(self, flags, depth, names):
        f, x = self.new("f"), self.r.choice(names)
        with self.block(f"def {f}({self.pick('', 'i=' + x, '*a')}):"):
            if self.chance(0.4) and "f" in flags:
                self.put(f"nonlocal {x}")
            self.body("f", depth + 2, names, 1, 2)
        self.put(self.pick(f"{f}()", f"p({f!r}, {f}())", f"do({f!r}, {f})"))
