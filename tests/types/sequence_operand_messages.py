# What sequences say of operands that they can't take, as operators and as methods.
class L(list): pass
class S(str): pass
class B(bytes): pass
class A(bytearray): pass
class I(int): pass
class Index:
    def __index__(self): return 2
class Right:
    def __radd__(self, other): return "radd"
    def __rmul__(self, other): return "rmul"
class NoMul:
    def __mul__(self, other): return NotImplemented
    def __index__(self): return 2
class Mine(list):
    def __rmul__(self, other): return "mine"

def add(a, b): return a + b
def mul(a, b): return a * b
def iadd(a, b):
    a += b
    return a
def imul(a, b):
    a *= b
    return a

def attempt(what, f, *args):
    try:
        r = f(*args)
    except TypeError as e:
        r = e
    print(what, *[type(a).__name__ for a in args], repr(r))

lefts = lambda: [[1], "a", (1,), b"a", bytearray(b"a"), L([1]), S("a"), B(b"a"), A(b"a")]
others = lambda: [{1: 2}, {1}, range(2), 2, 1.5, None, memoryview(b"ab"), I(2), Index(), NoMul(), Right(), True]
for a in lefts():
    for b in lefts() + others() + [Mine()]:
        for f in add, mul, iadd, imul:
            attempt(f.__name__, f, a[:], b)
for a in others():
    for b in lefts() + [Mine()]:
        for f in mul, imul:
            attempt(f.__name__, f, a, b)

for a in lefts():
    for name in "__mul__", "__rmul__", "__imul__", "__iadd__", "__mod__", "__rmod__":
        for b in "a", None, 1.5, Index(), Right(), b"%%", "%%", bytearray(b"%%"), [2]:
            if hasattr(a, name) and not (name == "__iadd__" and isinstance(a, list)):
                attempt(name, getattr(a, name), b)
