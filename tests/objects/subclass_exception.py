# Exception subclasses: attributes, str, args, init order, hierarchy.
class E1(Exception):
    def __init__(self, code, msg="default"):
        super().__init__(msg)
        self.code = code
class E2(E1):
    def __str__(self): return "E2[%s]" % self.code
class E3(ValueError, KeyError): pass
class E4(Exception):
    def __init__(self, x): self.x = x
class E5(E4):
    def __repr__(self): return "custom repr"
e = E1(5)
print(repr(e), str(e), e.args, e.code)
print(repr(E2(7, "m")), str(E2(7)), E2(1, "q").args)
print(repr(E4(1)), str(E4([2])), E4(3).args, E4(4).x, [E5(1)])
for cls in (ValueError, KeyError, LookupError, E3, Exception):
    try:
        raise E3("x")
    except cls as e:
        print(cls.__name__, repr(e), str(e), end="; ")
print()
print([k.__name__ for k in E3.__mro__])
class NoInit(Exception):
    pass
n = NoInit(1, 2, 3)
n.extra = "e"
print(n, n.args, n.extra, repr(NoInit()), str(NoInit()), repr(NoInit("one")))
n.args = ("changed",)
print(n, repr(n))
try:
    raise E1
except TypeError as e:
    print(e)
class O(OSError):
    def __init__(self, *a):
        super().__init__(*a)
        self.seen = self.errno
o = O(2, "msg", "file")
print(o.seen, o, o.filename, isinstance(o, OSError), type(o).__name__)
class Base(BaseException): pass
try:
    try:
        raise Base("b")
    except Exception:
        print("never")
except BaseException as e:
    print(repr(e))
