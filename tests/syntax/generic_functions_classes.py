# Type parameters of functions and classes (PEP 695), defaults (PEP 696), scoping.
def first[T](l: list[T]) -> T:
    return l[0]
print(first([3, 4]), first.__type_params__, first.__name__)
class Box[T]:
    def __init__(self, v: T):
        self.v = v
    def get(self) -> T:
        return self.v
    def other[U](self, u: U) -> U:
        return u
b = Box(5)
print(b.get(), b.other("x"), Box.__type_params__, Box.other.__type_params__)
print(Box[int](7).get(), isinstance(b, Box), Box.__name__)
class Pair[K, V = int](Box[K]):
    pass
print(Pair("p").get(), Pair.__type_params__)
def bound[T: int, U: (str, bytes), *Ts, **P](x): return T, U, Ts, P
T, U, Ts, P = bound(1)
print(T.__name__, T.__bound__, U.__constraints__, Ts.__name__, P.__name__)
print("T" in dir(Box), hasattr(Box, "T"))
T = "module T"
def g[T](): return T.__name__
print(g(), T[:6])
class Outer[A]:
    x = A
    def m(self): return A
print(Outer.x is Outer.__type_params__[0], Outer().m() is Outer.x)
async def co[T](x: T) -> T: return x
try:
    co[int]
except TypeError:
    print("not subscriptable")
def nop(f): return f
@nop
def decorated[T](x: T): return x
print(decorated(1), decorated.__type_params__)
