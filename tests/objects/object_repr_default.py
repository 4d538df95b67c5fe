# Default repr of instances, functions, classes, bound methods, modules, without their addresses.
import math
def clean(o):
    r = repr(o)
    return r.split(" at 0x")[0] if " at 0x" in r else r
class C:
    class Inner: pass
    def m(self): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
def f(): pass
def g():
    def nested(): pass
    class Loc: pass
    return nested, Loc
print(clean(C()), clean(C.Inner()), clean(f), clean(lambda: 0), clean(g()[0]), clean(g()[1]()))
print(C, C.Inner, g()[1], int, type, type(None), type(f), type(C().m), type(math))
print(clean(C.m), clean(C().m), clean(C.cm), clean(C.sm))
print(clean(object()), clean(i for i in ()), len, [].append.__name__, print)
print(clean(iter([])), clean(iter({})), clean(zip()), clean(map(int, [])), clean(enumerate([])))
print(None, ..., NotImplemented, True, Ellipsis, type(...), type(NotImplemented))
print(f.__name__, C.m.__qualname__, C.Inner.__qualname__, C.cm.__name__, g.__module__)
C.__module__ = "other.mod"
C.__qualname__ = "Q.N"
C.__name__ = "Name"
print(C, C.__name__, clean(C()))
print(clean(f).startswith("<function f"), "0x" in repr(f), "object at 0x" in repr(object()))
