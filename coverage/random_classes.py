# SPDX-License-Identifier: MIT
"""Scenes of random programs about classes: hierarchies with builtin bases and special methods, metaclasses,
descriptors and slots, bodies of classes. coverage/random_scenes.py has the others.
"""

BASES = {
    "object": ((), ""),
    "int": (("3", "0", "-7", "2**65", "'12'"), "bit_length() to_bytes(2,'big') conjugate() as_integer_ratio() real"),
    "str": (("'abc'", "''", "'12'", "'b'", "5"), "upper() join(['x','y']) split('b') replace('a','b') startswith('a') encode() strip() center(9)"),
    "list": (("[3,1,2]", "()", "'ab'", "[[1],2]"), "append(4) pop() sort() copy() extend('ab') index(1) reverse() count(1) insert(0,9) clear()"),
    "dict": (("{'a':1}", "{}", "[(1,2)]", "{3:4,'b':[]}"), "get('a') keys() items() copy() setdefault('q',2) update(a=5) pop('a') popitem() values()"),
    "tuple": (("(1,2)", "()", "'ab'", "[3]"), "index(1) count(2)"),
    "set": (("{1}", "()", "[2,2]"), "add(5) union([7]) pop() copy() discard(1) issubset([1]) __ior__({4})"),
    "frozenset": (("{1}", "()", "[2,2]"), "union([7]) copy() intersection([1])"),
    "float": (("1.5", "'2.5'", "0", "-3.0"), "is_integer() hex() as_integer_ratio() real"),
    "bytes": (("b'ab'", "b''", "3", "[1,2]"), "hex() upper() decode() split(b'a') join([b'x']) find(b'b')"),
    "bytearray": (("b'ab'", "2", "[1,2]"), "hex() append(7) pop() decode() extend(b'q')"),
    "complex": (("1j", "2", "'1+2j'"), "real imag conjugate()"),
    "Exception": (("1", "'t',2"), "args with_traceback(None) add_note('n')"),
    "KeyError": (("'k'", "1,2"), "args"),
    "OSError": (("2,'t'", "1", "2,'t','f'"), "errno strerror filename args"),
    "StopIteration": (("1", "1,2"), "value args"),
    "type": (("'T',(),{}", "'T',(int,),{'x':1}", "3"), "mro() __name__"),
    "property": (("lambda s: 4", ""), "fget getter(len)"),
}
UNARY = ("neg", "pos", "abs", "invert", "int", "float", "index", "complex", "bool", "len", "hash", "repr", "str", "bytes", "iter", "next", "reversed",
         "length_hint", "trunc", "floor", "ceil", "enter", "dir", "sizeof")
BINARY = ("add", "radd", "iadd", "sub", "rsub", "isub", "mul", "rmul", "imul", "truediv", "rtruediv", "floordiv", "rfloordiv", "mod", "rmod", "and", "rand", "or",
          "ror", "xor", "lshift", "rlshift", "rshift", "pow", "rpow", "divmod", "rdivmod", "matmul", "rmatmul", "imatmul", "ipow", "lt", "le", "eq", "ne", "gt",
          "ge", "contains", "getitem", "delitem", "missing", "reduce_ex", "getattr", "getattribute", "delattr", "format", "round", "instancecheck", "ior", "iand")
RESULTS = {
    "len": ("0", "3", "-1", "2**70", "'x'", "True", "1.5"), "bool": ("True", "False", "1", "None"), "hash": ("1", "2**70", "'x'", "-1", "None", "True"),
    "index": ("2", "True", "1.5", "2**65", "-1"), "int": ("2", "True", "1.5", "None"), "float": ("2.5", "1", "True", "None"), "complex": ("1j", "2", "None"),
    "repr": ("'text'", "5", "S('sub')", "''"), "str": ("'text'", "5", "S('sub')", "''"), "bytes": ("b'by'", "5"), "format": ("'fmt'", "5", "S('sub')", "repr(o)"),
    "iter": ("iter([1, 2])", "self", "[1]", "iter('ab')", "None"), "reversed": ("[1]", "iter('xy')", "7"), "next": ("1", "'n'"), "length_hint": ("3", "-1", "'x'", "2**70"),
    "dir": ("['z', 'a']", "'ba'", "5", "[1, 'a']"), "sizeof": ("64", "-1"), "contains": ("1", "None", "'x'", "[]"), "getattr": ("5", "o", "len"),
}
COMPARED = ("True", "False", "NotImplemented", "'x'", "None", "[]")
OPERATIONS = (
    "A + B", "B + A", "A - B", "B - A", "A * B", "B * A", "A / B", "B / A", "A // B", "B // A", "A % B", "B % A", "A & B", "B & A", "A | B", "B | A", "A ^ B", "A << B",
    "B << A", "A >> B", "A ** B", "B ** A", "divmod(A, B)", "divmod(B, A)", "A @ B", "B @ A", "A < B", "B < A", "A <= B", "A > B",
    "A >= B", "A == B", "B == A", "A != B", "-A", "+A", "~A", "not A", "abs(A)", "A[B]", "A[0]", "A[-1]", "A[0:2]", "A['a']", "A[A]", "B in A", "A in B", "A in [B, A]",
    "[B, A].index(A)", "[B, A].count(B)", "len(A)", "bool(A)", "int(A)", "float(A)", "complex(A)", "str(A)", "repr(A)", "bytes(A)", "bytearray(A)", "type(hash(A))",
    "iter(A)", "next(A)", "list(A)", "tuple(A)", "set(A)", "dict(A)", "frozenset(A)", "sorted(A)", "sorted([A, B])", "sum(A)", "sum([A, B], 0)", "sum([1, A])",
    "max(A)", "max(A, B)", "min(B, A)", "any(A)", "all(A)", "list(reversed(A))", "list(enumerate(A))", "list(zip(A, A))", "list(map(str, A))", "list(filter(None, [A, B]))",
    "[*A]", "(*A, 1)", "{**A}", "{*A}", "(lambda *a, **k: (a, k))(*A)", "(lambda *a, **k: (a, k))(**A)", "f'{A}'", "f'{A!r:>12}'", "f'{A:>6}'", "format(A, 'x')",
    "format(A, '')", "'%s' % A", "'%r' % (A,)", "'%d' % (A,)", "'%x' % A", "'%(a)s' % A", "'%f' % (A,)", "'%c' % A", "'{}{}'.format(A, B)", "'{0[a]}'.format(A)",
    "'{:5}'.format(A)", "'{a}'.format_map(A)", "','.join(A)", "','.join([A, A])", "A.join(['a', 'b'])", "'abc'.replace('b', A)", "'abc'.startswith(A)",
    "'xaay'.split(A)", "'ab' * A", "[1, 2] * A", "[1, 2, 3][A]", "'abc'[A:]", "(1, 2)[A]", "range(A)", "range(1, A)", "chr(A)", "hex(A)", "bin(A)", "round(A)",
    "round(A, 1)", "round(1.234, A)", "{A: 1}", "{A: 1}[B]", "{B: 1}.get(A)", "{A, B}", "{1: 2} | A", "[1] + A", "'a' + A", "b'a' + A", "(1,) + A", "A()", "A(1, k=2)",
    "A.x", "A.nope", "setattr(A, 'x', 5)", "delattr(A, 'x')", "getattr(A, 'nope', 3)", "hasattr(A, 'x')", "isinstance(A, B)", "isinstance(A, type(B))", "issubclass(type(A), A)",
    "isinstance(3, A)", "A.__class__", "type(A).__mro__", "vars(A)", "slice(A, B)", "[1, 2, 3][slice(A, 3)]", "enumerate([1], A)", "list(range(5))[A:B]",
    "A.__add__(B)", "A.__eq__(B)", "A.__lt__(B)", "A.__len__()", "A.__hash__", "A.__iter__()", "A.__getitem__(0)", "A.__contains__(1)", "A.__bool__()", "A.__str__()",
    "A.__reduce_ex__(2)[1:]", "A.__reduce_ex__(1)[1:3]", "A.__reduce__()[1:3]", "A.__getstate__()", "[n for n in dir(A) if n[0] != '_' and n != 'is_integer']",
    "[n for n in dir(type(A)) if n not in dir(type(A).__base__)]", "type(A).__base__", "sorted(c.__name__ for c in type(A).__subclasses__())",
    "A.__radd__(B)", "A.__format__('')", "A.__init__()", "type(A)(B)", "type(A)()", "type(A)(A)", "type(A).__name__", "super(type(A), A).__repr__()",
    "int('11', A)", "'a'.center(A)", "int.from_bytes(A, 'big')", "float.fromhex(A)", "str(A, 'utf8')", "str(A, B)",
    "ord(A)", "print(A)", "print(B, end=A)", "raise_(A)", "issubclass(type(A), (int, str))", "[].extend(A)", "{}.update(A)", "set().update(A)",
    "{}.fromkeys(A)", "list.sort(A)", "str.upper(A)", "dict.get(A, 1)", "list.append(A, 1)", "int.__add__(A, 1)", "object.__repr__(A) != ''", "object.__hash__(A) and 1",
)


def method(m, name, base):
    """A special method that tells it is called."""
    other = ", o" if name in BINARY or name in ("setitem", "setattr", "get") else ""
    if name in ("setitem", "setattr"):
        other = ", o, v"
    elif name == "round":
        other = ", o=None"
    elif name in ("call", "init", "new", "exit"):
        other = ", *a"
    elif name == "pow":
        other = ", o, q=None"
    shown = "".join(f", {n.strip(' *').split('=')[0]}" for n in other.split(",")[1:])
    if name in ("lt", "le", "eq", "ne", "gt", "ge"):
        results = COMPARED
    elif name in RESULTS:
        results = RESULTS[name]
    else:
        results = ("NotImplemented", "'r'", "5", "self") if name in BINARY or name == "call" else ("5", "'x'", "self", "None")
    if any("S(" in t for t in results):
        m.use("S")
    given = ", ".join(n.strip().split("=")[0] for n in other.split(",")[1:])
    result = m.r.choice(results)
    first = "cls" if name == "new" else "self"
    if name == "new":
        result = m.pick(f"super().__new__(cls, *a)", f"super().__new__(cls)", "5", "None", f"super().__new__(cls, *a)")
    elif m.chance(0.3):
        result = f"super().__{name}__({given})"
    elif m.chance(0.12):
        result = f"raise_({m.error(1)})"
    elif name == "init":
        result = m.pick("None", "None", "super().__init__(*a)", "5", "setattr(self, 'x', a)")
    with m.block(f"def __{name}__({first}{other}):"):
        m.put(f"p('{name}'{shown})")
        m.put(f"return {result}")


def special_methods(m, count, base):
    for _ in range(count):
        k = m.r.randrange(20)
        if k == 0:
            m.put(f"__{m.r.choice(UNARY + BINARY)}__ = {m.pick('None', '5', 'len', 'lambda *a: a', 'property(lambda s: lambda *a: 4)', 'staticmethod(lambda *a: a)', 'classmethod(lambda *a: len(a))')}")
        elif k < 3:
            method(m, m.pick("call", "init", "init", "new", "setitem", "setattr", "get", "exit"), base)
        else:
            method(m, m.r.choice(UNARY if k < 10 else BINARY), base)


def hierarchy(m):
    if "def raise_(e): raise e" not in m.lines:
        m.lines.insert(0, "def raise_(e): raise e")
    base = m.r.choice(list(BASES))
    made, parts = BASES[base]
    c = m.new("C")
    mixed = m.chance(0.4)
    if mixed:
        mix = m.new("M")
        with m.block(f"class {mix}:"):
            if m.chance(0.2):
                m.put("__slots__ = ()")
            special_methods(m, m.r.randrange(1, 3), base)
    bases = m.pick(f"{mix}, {base}", f"{base}, {mix}") if mixed else base
    with m.block(f"class {c}({bases}):"):
        m.put(m.pick("x = 1", "pass", "pass", "__slots__ = ()", "__slots__ = ('x',)", "y = property(lambda s: s)", "__hash__ = None", "__iter__ = None"))
        special_methods(m, m.r.randrange(0 if mixed else 1, 4), base)
    if m.chance(0.3):
        parent, c = c, m.new("C")
        with m.block(f"class {c}({parent}):"):
            m.put("pass")
            special_methods(m, m.r.randrange(1, 3), base)
    a = m.new("a")
    given = m.r.choice(made or ("",)) if m.chance(0.9) else ""
    m.put(f"{a} = do('make', lambda: {c}({given}))")
    for _ in m.some(4, 10):
        b = m.pick(a, m.value(), m.value(), f"{base}({given})", f"{c}({given})", m.small())
        k = m.r.randrange(10)
        operation = m.r.choice(OPERATIONS)
        if k < 6 and not (base == "dict" and ":" in operation):
            m.put(f"do('op', lambda: {substitute(operation, a, b)})")
        elif k < 8 and parts:
            m.put(f"do('part', lambda: {a}.{m.r.choice(parts.split())})")
        else:
            with m.block("try:"):
                m.put(m.pick(f"q = {a}; q {m.pick('+', '-', '*', '|', '&', '@', '**', '//')}= {b}; p('aug', q)", f"{a}[{m.small()}] = {b}", f"del {a}[{m.small()}]",
                             f"for q in {a}: p('q', q); break", f"q, *w = {a}; p('un', q, w)", f"with {a} as q: p('with', q)", f"{a}.x = {b}", f"del {a}.x",
                             f"q = [1, 2, 3]; q[{a}] = 5; p('q', q)", f"q = [1, 2, 3]; q[0:1] = {a}; p('q', q)", f"raise {a}", f"raise ValueError from {a}",
                             f"assert {a}", f"if {a}: p('true')", f"match {a}:\n{m.indent}        case {m.pattern(0, ['q', 'w'])}: p('match')\n{m.indent}        case _: p('no')"))
            m.put("except BaseException as e: print('st !', exc(e))")
    m.put(f"p('end', {a}, getattr({a}, 'x', 0))" if "getattr" not in m.text() else f"p('end', {a})")


def substitute(text, a, b):
    """A and B, standing alone, replaced."""
    out = ""
    for i, c in enumerate(text):
        alone = not (text[i - 1:i].isalnum() or text[i + 1:i + 2].isalnum() or text[i - 1:i] == "_")
        out += f"({b})" if c == "B" and alone else a if c == "A" and alone else c
    return out


def metaclass(m):
    t, c = m.new("Meta"), m.new("C")
    with m.block(f"class {t}(type):"):
        for _ in m.some(1, 4):
            m.put(m.pick(
                "def __new__(mcs, n, b, d, **k): p('new', n, b, sorted(d), k); return super().__new__(mcs, n, b, d)",
                "def __init__(cls, n, b, d, **k): p('init', n, b, k); super().__init__(n, b, d)",
                "def __call__(cls, *a, **k): p('call', cls, a, k); return super().__call__(*a, **k)",
                "@classmethod\n    def __prepare__(mcs, n, b, **k): p('prepare', mcs, n, b, k); return " + m.pick("{}", "{'x': 7}", f"{m.use('D')}()", "5"),
                "def __instancecheck__(cls, o): p('inst', cls, o); return " + m.pick("True", "0", "[]", "type.__instancecheck__(cls, o)"),
                "def __subclasscheck__(cls, o): p('sub', cls, o); return " + m.pick("True", "0", "type.__subclasscheck__(cls, o)"),
                "def __getattr__(cls, n): return " + m.pick("('meta', n)", "super().__getattr__(n)", "5"), "def __setattr__(cls, n, v): p('set', n, v); super().__setattr__(n, v)",
                "def __iter__(cls): return iter('ab')", "def __len__(cls): return 3", "def __getitem__(cls, i): return (cls, i)", "def __contains__(cls, i): return i == 1",
                "def __bool__(cls): return False", "def __add__(cls, o): return (cls, o)", "def __repr__(cls): return 'meta ' + cls.__name__", "x = property(lambda cls: ('prop', cls))",
                "def m(cls): return ('m', cls)", "def __eq__(cls, o): return True", "def __hash__(cls): return 5", "def mro(cls): p('mro'); return " + m.pick("super().mro()", "[cls, object]", "[cls]", "[cls, object]", "5"),
                "def __dir__(cls): return ['d']", "def __delattr__(cls, n): p('del', n); super().__delattr__(n)", "def __or__(cls, o): return 'or'", "__slots__ = ()"))
    with m.block("try:"):
        base = "" if "return [cls" in m.text() else m.pick("", "int, ", "list, ", "Exception, ", "dict, ", "")
        with m.block(f"class {c}({base}metaclass={t}{m.pick('', '', ', k=1')}):"):
            m.put(m.pick("x = 1", "def f(self): return __class__", "pass", "__slots__ = ('q',)", "def __init_subclass__(cls, **k): p('isub', cls, k)",
                         "def __class_getitem__(cls, i): return ('item', i)", "def __new__(cls, *a): p('C.new', a); return super().__new__(cls, *a)", "y = 5; del y"))
            m.put(m.pick("pass", "z = [i for i in range(2)]", "def m(self): return 'self.m'", "class In: y = 2"))
        if m.chance(0.5):
            with m.block(f"class {c}s({c}{m.pick('', ', k=2', ', metaclass=type', f', metaclass={t}')}):"):
                m.put(m.pick("pass", "x = 2", "def f(self): return super().f()"))
            m.put(f"{c} = {c}s")
    m.put(f"except Exception as e: print('class !', exc(e)); {c} = type('F', (), {{}})")
    a = m.new("a")
    m.put(f"{a} = do('make', lambda: {c}({m.pick('', '', m.small())}))")
    for _ in m.some(3, 7):
        m.put(m.pick(*[f"do('op', lambda: {substitute(o, c, a)})" for o in (
            "A.x", "A.m()", "A.m(B)", "B.x", "B.f()", "A.nope", "B.nope", "list(A)", "len(A)", "A[1]", "1 in A", "bool(A)", "A + 1", "repr(A)", "isinstance(B, A)", "isinstance(3, A)",
            "issubclass(int, A)", "issubclass(A, int)", "A == 3", "hash(A) and 1", "A.__mro__", "type(A)", "A.__name__", "A.__qualname__", "A.__bases__", "setattr(A, 'w', 4)", "delattr(A, 'x')",
            "A.__dict__['x']", "type.__call__(A)", "type('N', (A,), {})", "type('N', (A,), {}, k=3)", "A(1, 2)", "A(k=1)", "vars(A).get('z')",
            "A.mro()", "A.__class__", "setattr(A, '__name__', 5)", "setattr(A, '__bases__', ())", "A.In.__qualname__", "type(A)('Q', (), {}).x", "super(A, B).x", "A.__module__")]))


def attributes(m):
    d = m.new("D")
    with m.block(f"class {d}:"):
        m.put("def __init__(self, n=0): self.n = n")
        for _ in m.some(1, 3):
            m.put(m.pick("def __get__(self, o, t=None): p('get', self.n, o is None, t); return " + m.pick("self", "self.n", "raise_(AttributeError('g'))", "o"),
                         "def __set__(self, o, v): p('set', self.n, v); " + m.pick("o.__dict__['d'] = v", "self.n = v", "raise_(AttributeError('s'))"),
                         "def __delete__(self, o): p('del', self.n)", "def __set_name__(self, o, n): p('name', o, n); " + m.pick("self.n = n", "pass"),
                         "def __call__(self, *a): return ('called', len(a))", "def __getattr__(self, n): return ('ga', n)", "__isabstractmethod__ = True"))
    if "def raise_(e): raise e" not in m.lines:
        m.lines.insert(0, "def raise_(e): raise e")
    c, a = m.new("C"), m.new("a")
    with m.block("try:"):
        with m.block(f"class {c}{m.pick('', '', '(Exception)', '(int)', '(dict)')}:"):
            m.put(m.pick(f"d = {d}(1)", f"d = {d}()", f"d, e = {d}(1), {d}(2)", "d = 1"))
            for _ in m.some(1, 4):
                m.put(m.pick(
                    "__slots__ = ('x', 'y')", "__slots__ = ('x', '__dict__')", "__slots__ = 'x'", "__slots__ = {'x': 'doc'}", "__slots__ = ('d',)", "__slots__ = (1,)", "__slots__ = ()", "__slots__ = ('__x',)",
                    "x = property(lambda s: ('get', 'x'))", "@property\n        def x(self): p('x.get'); return self._x\n        @x.setter\n        def x(self, v): p('x.set', v); self._x = v\n        @x.deleter\n        def x(self): del self._x",
                    "def __getattr__(self, n): p('getattr', n); return " + m.pick("5", "raise_(AttributeError(n))", "super().__getattr__(n)", "self.__dict__[n]"),
                    "def __getattribute__(self, n): " + m.pick("return super().__getattribute__(n)", "p('gab', n); return object.__getattribute__(self, n)", "raise AttributeError('gab')", "return 7"),
                    "def __setattr__(self, n, v): p('setattr', n, v); " + m.pick("super().__setattr__(n, v)", "object.__setattr__(self, n, v)", "self.__dict__[n] = v", "pass"),
                    "def __delattr__(self, n): p('delattr', n); super().__delattr__(n)", "@classmethod\n        def cm(cls, *a): return cls, a", "@staticmethod\n        def sm(*a): return a",
                    "cp = classmethod(property(lambda c: 3))", "def meth(self): return 'meth'", "len = len", "f = lambda *a: len(a)", "__x = 3", "def mx(self): return self.__x", "part = property(None, lambda s, v: p('only set', v))"))
    m.put(f"except Exception as e: print('class !', exc(e)); {c} = {d}")
    m.put(f"{a} = do('make', {c})")
    if m.chance(0.3):
        with m.block("try:"):
            with m.block(f"class {c}s({c}):"):
                m.put(m.pick("pass", "x = 5", "d = 2", "def meth(self): return super().meth(), super().d", "__slots__ = ('z',)", "@property\n        def x(self): return super().x"))
            m.put(f"{a} = {c}s()")
        m.put("except Exception as e: print('class !', exc(e))")
    for _ in m.some(4, 9):
        n = m.pick("x", "d", "y", "e", "meth", "cm", "sm", "nope", "_x", "__class__", "__dict__", "cp", "len", "f", "n", "_C__x", "up", "part", "z", "args", "real")
        t = m.pick(a, a, a, c)
        if n == "__dict__" and t == c:
            n = "x"
        m.put(m.pick(f"do('get', lambda: {t}.{n})", f"do('get', lambda: {t}.{n})", f"do('call', lambda: {t}.{n}())", f"do('set', lambda: setattr({t}, {n!r}, {m.small()}))",
                     f"do('del', lambda: delattr({t}, {n!r}))", f"do('has', lambda: hasattr({t}, {n!r}))", f"do('default', lambda: getattr({t}, {n!r}, 'none'))",
                     f"do('super', lambda: super({c}, {a}).{n})", f"do('vars', lambda: vars({a}))", f"do('in', lambda: {n!r} in {c}.__dict__)", f"do('mx', lambda: {a}.mx())",
                     f"do('obj', lambda: object.__getattribute__({a}, {n!r}))", f"do('raw', lambda: type({c}.__dict__[{n!r}]).__name__)", f"do('osa', lambda: object.__setattr__({a}, {n!r}, 1))",
                     f"do('cls', lambda: setattr({a}, '__class__', {m.pick(c, d, 'int', '3')}))", f"do('dict', lambda: setattr({a}, '__dict__', {m.pick(chr(123) + chr(125), '3')}))"))


def bases(m):
    """Classes whose bases change, and what they say of each other then."""
    o = m.new("B")
    names = [f"{o}{n}" for n in "abcde"]
    for i, n in enumerate(names):
        with m.block("try:"):
            m.put(f"class {n}({', '.join(m.r.sample(names[:i], min(i, m.r.choice((0, 1, 1, 2)))))}): {m.pick('pass', f'f = {i}', 'x = 1', '__slots__ = ()')}")
        m.put(f"except TypeError as e: p('class !', e); {n} = {names[max(0, i - 1)]}")
    for _ in m.some(2, 5):
        c, d, e = m.r.choice(names), m.r.choice(names), m.r.choice(names)
        m.put(m.pick(f"do('bases', lambda: setattr({c}, '__bases__', ({d},)))", f"do('bases', lambda: setattr({c}, '__bases__', ({d}, {e})))",
                     f"do('subs', lambda: sorted(c.__name__ for c in {c}.__subclasses__()))", f"do('mro', lambda: {c}.__mro__)", f"do('base', lambda: {c}.__base__)", f"do('f', lambda: {c}().f)",
                     f"do('issub', lambda: issubclass({c}, {d}))"))
    m.put(f"p('end', [sorted(c.__name__ for c in n.__subclasses__()) for n in ({', '.join(names)})])")


def class_body(m):
    c = m.new("C")
    with m.block("try:"):
        with m.block(f"class {c}{m.pick('', '(object)', '(*[int], **{})', '(dict)')}:"):
            m.put("global gx" if m.chance(0.3) else "gx = 0")
            for _ in m.some(2, 5):
                m.statement("", 1, ["x", "gx", "y"])
            m.put(m.pick("z = [gx for i in range(2)]", "z = (lambda: gx)()", "def f(self): return gx, __class__", "z = {i: j for i in [gx] for j in (i, 2)}", "z = __name__, __qualname__",
                         "class In:\n        " + m.indent + "z = gx", "del gx", "z = [i for i in [gx] if (q := i) is not None]" if m.chance(0.1) else "z = 1"))
    m.put(f"except BaseException as e: print('class !', exc(e))")
    m.put(f"else: p('vars', [(k, v) for k, v in vars({c}).items() if k[0] != '_' and k not in 'fIn' and not callable(v)])")
    m.put("do('gx', lambda: gx)")
    if m.chance(0.3):
        bases(m)
    if m.chance(0.5):
        o = m.new("O")
        for n, b in zip("abc", ("", f"({o}a)", f"({m.pick(f'{o}a', f'{o}b, {o}a', f'{o}a, {o}b', f'{o}b')})")):
            with m.block("try:"):
                with m.block(f"class {o}{n}{b}:"):
                    m.put(m.pick(f"def f(self): return ['{n}', super().f()]", f"def f(self): return ['{n}']", "pass", f"def __init_subclass__(cls, **k): p('sub', cls, k); super().__init_subclass__(**k)",
                                 f"f = classmethod(lambda cls: cls)", "def __class_getitem__(cls, i): return cls, i"))
            m.put(f"except Exception as e: print('class !', exc(e))")
        m.put(f"do('f', lambda: {o}c().f())")
        m.put(f"do('mro', lambda: {o}c.__mro__)")
        m.put(f"do('item', lambda: {o}b[{m.small()}])")
