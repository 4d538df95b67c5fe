# __new__ that returns something else; super() and descriptors called with the wrong self.
class N:
    def __new__(cls, v): return v
    def __init__(self, v): print("init", type(self).__name__)
for v in (5, None, [], "s", int): print(N(v))
class M(N):
    def __new__(cls, v): return object.__new__(cls)
M(1)
class I(int):
    def __new__(cls, *a): return "not an int"
print(I(3))
class Ex(Exception):
    def __new__(cls, *a): return KeyError("other")
try:
    raise Ex("x")
except KeyError as e:
    print(repr(e))
for f in (lambda: list.append(5, 1), lambda: dict.get([], 1), lambda: str.upper(b"a"),
          lambda: int.__add__("a", 1), lambda: list.__len__({}), lambda: dict.keys(5),
          lambda: set.add([], 1), lambda: bytes.find("a", b"b"),
          lambda: tuple.index([1], 1), lambda: object.__getattribute__(5),
          lambda: list.__init__({}), lambda: dict.__setitem__([], 1, 2),
          lambda: Exception.__str__(5), lambda: property.__get__(5, 6), lambda: type.mro(5),
          lambda: list.sort("abc"), lambda: float.hex(1), lambda: str.join(1, []),
          lambda: bytearray.append(b"a", 1), lambda: range.index([], 1),
          lambda: classmethod.__get__(1, 2), lambda: object.__getattribute__(5, 6),
          lambda: object.__new__(list), lambda: list.__new__(tuple), lambda: int.__new__(bool, 5),
          lambda: dict.__new__(5), lambda: str.__new__(int), lambda: type.__call__(5),
          lambda: object.__init__(), lambda: tuple.__new__()):
    try:
        print(f())
    except TypeError as e:
        print("T", end=" ")
print()
print(int.__add__(True, 1), str.upper("é"), list.__len__([1]),
      object.__repr__(5).startswith("<int object"), dict.get({1: 2}, 1),
      Exception.__str__(ValueError("v")))
