# Exceptions whose own methods fail, which raise while being built, shown or compared.
class BadStr(Exception):
    def __str__(self): raise KeyError("str")
class BadRepr(Exception):
    def __repr__(self): raise KeyError("repr")
class BadInit(Exception):
    def __init__(self): raise BadInit2()
class BadInit2(Exception):
    def __init__(self):
        super().__init__(self)
class SelfRaise(Exception):
    def __init__(self):
        try:
            raise self
        except SelfRaise as e:
            self.same = e is self
for f in (lambda: str(BadStr()), lambda: repr(BadRepr()), lambda: str(BadRepr("x")),
          lambda: repr(BadStr("y")), lambda: f"{BadStr()}", lambda: [BadRepr()].__repr__()):
    try:
        print(f())
    except KeyError as e:
        print("KeyError", e)
try:
    raise BadInit
except BadInit2 as e:
    print(type(e).__name__, e.args[0] is e)
print(SelfRaise().same)
class BadBool(Exception):
    def __bool__(self): raise ValueError
    def __eq__(self, o): raise ValueError
    __hash__ = Exception.__hash__
try:
    try:
        raise BadBool()
    except BadBool:
        raise KeyError
except KeyError as e:
    print(type(e.__context__).__name__)
a, b = ValueError("a"), ValueError("b")
a.__context__, b.__context__ = b, a
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError as e:
    print(e)
a.__cause__ = a
try:
    raise a
except ValueError as e:
    print(e.__cause__ is e)
class AttrTrap(Exception):
    def __getattribute__(self, n):
        if n in ("args", "__context__", "__traceback__"): raise KeyError(n)
        return super().__getattribute__(n)
try:
    try:
        raise AttrTrap()
    except AttrTrap:
        raise ValueError("after trap")
except ValueError as e:
    print(e)
e = ValueError(1)
for _ in range(3):
    try:
        raise e
    except ValueError as x:
        x.args += (x.args,)
print(len(e.args), KeyError(*range(300)).args[-1])
