# __class_getitem__ and subscripting of classes.
class A:
    def __class_getitem__(cls, k): return (cls.__name__, k)
class B(A): pass
print(A[1], B["x", 2], A[int], A[1:2], B[()])
class Meta(type):
    def __getitem__(cls, k): return "meta wins"
class C(metaclass=Meta):
    def __class_getitem__(cls, k): return "class_getitem"
print(C[0])
class D: pass
for code in ("D[0]", "A()[0]", "int[0]", "D()[0]"):
    try:
        print(eval(code))
    except TypeError as e:
        print(code, "TypeError", e)
print(list[int], dict[str, int], tuple[int, ...], set[str], list[list[int]])
a = list[int]
print(a.__origin__, a.__args__, a([1, 2]), a == list[int], a == list[str])
print(type[int], frozenset[int], tuple[()], isinstance([], list))
try:
    isinstance([], list[int])
except TypeError:
    print("TypeError")
class E(list[int]): pass
print(E.__bases__, E([3]))
u = int | str
print(u, u == str | int, isinstance(3, u), isinstance(3.0, u), int | None, issubclass(bool, u))
