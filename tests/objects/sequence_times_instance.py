# '*' with instances of subclasses of sequences that have one of __mul__ and __rmul__: the other one, inherited, is
# asked as a method, before the other operand repeats.
def attempt(f):
    try: print(f())
    except TypeError as e: print(e)

class X:
    def __rmul__(self, o): return "X.__rmul__"
class Index:
    def __index__(self): return 2

def times(f, x):
    f *= x
    return f

for base in list, tuple, str, bytes, bytearray:
    class Mul(base):
        def __mul__(self, o): return "Mul.__mul__"
    class RMul(base):
        def __rmul__(self, o): return "RMul.__rmul__"
    class Not(base):
        def __mul__(self, o): return NotImplemented
    class Add(base):
        def __add__(self, o): return "Add.__add__"
    for cls in Mul, RMul, Not, Add:
        for other in [1], (1,), "a", b"a", bytearray(b"a"), {}, {1}, 3, 1.5, None, Index():
            c = cls()
            attempt(lambda: c * other)
            attempt(lambda: other * c)
            attempt(lambda: times(other, c))
        attempt(lambda: c * c)
        attempt(lambda: c * X())
        attempt(lambda: times(c, X()))
        attempt(lambda: Mul() * c)
        attempt(lambda: RMul() * c)
