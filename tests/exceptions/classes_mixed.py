# Exceptions with own behaviour: equality, args, __str__, notes, chains, groups and re-raising.
class E(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code
    def __str__(self): return f"E#{self.code}"
    def __eq__(self, o): return isinstance(o, E) and o.code == self.code
    __hash__ = Exception.__hash__
class F(E, ValueError):
    def __new__(cls, *a):
        self = super().__new__(cls, *a)
        self.made = len(a)
        return self
def chain(n):
    try:
        if n == 0: raise F(0, "x", "y")
        chain(n - 1)
    except E as e:
        if n % 2: raise F(n) from e
        raise F(n)
try:
    chain(4)
except ValueError as e:
    out, x = [], e
    while x:
        out.append((x.code, str(x.__cause__), str(x.__context__), x.__suppress_context__, x.made))
        x = x.__context__
    print(out)
    print(repr(e), e.args, e == F(4), e != F(3))
def reraise():
    try:
        1 / 0
    except ZeroDivisionError as e:
        try:
            raise
        except ArithmeticError as f:
            print(e is f, f.__context__)
        try:
            try:
                raise KeyError("inner")
            finally:
                try:
                    raise
                except Exception as g:
                    print("finally sees", repr(g))
        except KeyError as k:
            print(repr(k), repr(k.__context__))
        raise e.with_traceback(None)
try:
    reraise()
except ZeroDivisionError as e:
    print(e, e.__context__)
try:
    raise
except RuntimeError as e:
    print(e)
def groups():
    eg = ExceptionGroup("top", [E(1), ExceptionGroup("sub", [F(2), KeyError("k")]), OSError(5,
          "os")])
    try:
        raise eg
    except* F as g:
        print("F", g.exceptions, g.message)
        g.add_note("noted")
    except* (KeyError, OSError) as g:
        print("KO", [type(x).__name__ for x in g.exceptions])
        raise TypeError("from handler")
    else:
        print("never")
    finally:
        print("fin")
try:
    groups()
except ExceptionGroup as g:
    print(g.message, [repr(x) for x in g.exceptions])
    m, rest = g.split(lambda x: isinstance(x, E))
    print(m, rest, m.subgroup(F))
try:
    try:
        raise KeyError("bare")
    except* KeyError as g:
        print(repr(g))
        raise
except* LookupError as g:
    print("outer", g.exceptions)
class Own(ExceptionGroup):
    def derive(self, excs): return Own(self.message + "'", excs)
a, b = Own("own", [E(1), KeyError()]).split(E)
print(repr(a), repr(b))
def gen():
    while True:
        try:
            yield
        except E as e:
            e.add_note("via gen")
            yield e.__notes__
g = gen()
next(g)
print(g.throw(E(1)), next(g), g.throw(F(2)))
for args in ((), (1,), (1, 2), ("a", "b", "c"), ((1, 2),)):
    for t in (Exception, KeyError, OSError, StopIteration, SystemExit, UnicodeError):
        e = t(*args)
        print(repr(e), "|", str(e), end="; ")
    print()
try:
    raise E
except TypeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise E(1) from 5
except TypeError as e:
    print(e)
try:
    try:
        raise E(1)
    except 5: pass
except TypeError as e:
    print(e)
try:
    try: raise E(1)
    except (KeyError, "x"): pass
except TypeError as e:
    print(e)
