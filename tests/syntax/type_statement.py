# The type statement (PEP 695): lazy value, name, parameters.
type Point = tuple[float, float]
print(Point, Point.__name__, type(Point).__name__)
print(Point.__value__ == tuple[float, float], Point.__type_params__)
type Lazy = Undefined | int
try:
    Lazy.__value__
except NameError as e:
    print(e)
Undefined = str
print(Lazy.__value__ == str | int)
type L[T] = list[T]
print(L, L.__type_params__, L.__type_params__[0].__name__)
type M[K, *Ts, **P] = dict[K, int]
print(M.__type_params__)
type Rec = list[Rec]
print(Rec.__value__.__args__[0] is Rec)
class C:
    type Inner = int
    print(Inner)
print(C.Inner.__value__)
def f():
    type Local = bytes
    return Local
print(f(), f().__value__)
type = 5
print(type)
type type = int
print(type.__name__)
