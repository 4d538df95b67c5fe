# Which patterns match instances of a class is said by __abc_tpflags__ in the body of an abstract
# base
# class and by what it inherits from.
try:
    from abc import ABCMeta
except ImportError:
    class ABCMeta(type): pass

def kind(v):
    match v:
        case [_, *_]: return "sequence of some"
        case []: return "sequence"
        case {"a": x}: return "mapping of %r" % x
        case {}: return "mapping"
        case _: return None

class Base:
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
    def get(self, name, default=None): return 7 if name == "a" else default
    def keys(self): return ()

class Other: pass
for v in (1 << 5, 1 << 6, 3 << 5, 0, True, "x", 33 + (1 << 12), 1 << 70, -1, -1 << 6, 1.0):
    try:
        class A(Base, metaclass=ABCMeta):
            __abc_tpflags__ = v
        class B(A): pass
        class C(Other, B): __slots__ = ()
        print(v, kind(A()), kind(B()), kind(C()), "__abc_tpflags__" in A.__dict__,
              [bool(c.__flags__ & 1 << 5) for c in (A, C)], [bool(c.__flags__ & 1 << 6) for c in (A,
              C)])
    except Exception as e: print(v, type(e).__name__, e)

class Sequence(metaclass=ABCMeta):
    __abc_tpflags__ = 1 << 5
    def __len__(self): return 1
    def __getitem__(self, i): return "item"
class Mapping(Base, metaclass=ABCMeta):
    __abc_tpflags__ = 1 << 6
class Plain: __abc_tpflags__ = 1 << 5
class Late(metaclass=ABCMeta): pass
Late.__abc_tpflags__ = 1 << 5
print(kind(Sequence()), kind(Mapping()), kind(Plain()), kind(Late()), Plain.__abc_tpflags__,
    kind(Base()))
# The first class of the MRO that is one or the other decides, builtin ones too.
for bases in ((Sequence, Mapping), (Mapping, Sequence), (Sequence, dict), (dict, Sequence),
    (list, Mapping),
              (Mapping, list), (Mapping, int), (Plain, Mapping), (Sequence, str), (Late, tuple)):
    cls = ABCMeta("X", bases, {})
    x = cls()
    print([b.__name__ for b in bases], [bool(cls.__flags__ & 1 << n) for n in (5, 6)])
class Both(Mapping, metaclass=ABCMeta): __abc_tpflags__ = 1 << 5
print([bool(Both.__flags__ & 1 << n) for n in (5, 6)])
class Meta(ABCMeta):
    def __new__(m, name, bases, space): return super().__new__(m, name, bases, space)
class Deep(metaclass=Meta): __abc_tpflags__ = 1 << 6
print(kind(type("Y", (Deep, Base), {})()), hasattr(Deep, "__abc_tpflags__"))
class L(list): pass
class D(dict): pass
print(kind(L()), kind(L("x")), kind(D()), kind(D(a=1)), [bool(t.__flags__ & 1 << n) for t in
      (list, tuple, range, memoryview, dict, str, bytes, set, int, L, D) for n in (5, 6)])
