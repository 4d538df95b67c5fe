# Annotated assignments: evaluation, storage, simple and non-simple targets.
x: int = 3
y: str
print(x, "y" in globals())
class C:
    a: int = 1
    b: "text"
    def m(self, p: int, *q: str, k: float = 1.5, **r: "kw") -> bool: ...
print(C.a, hasattr(C, "b"), sorted(C.__annotations__.items(), key=str)[1])
print(list(C.__annotations__), C.m.__annotations__)
def f():
    z: undefined_name_is_fine_here = 5
    w: int
    try:
        w
    except UnboundLocalError:
        print("unbound")
    return z
print(f(), f.__annotations__)
o = C()
o.attr: int = 9
l = [0]
l[0]: int = 4
(p): int = 8
print(o.attr, l, p)
def g(a, b: int = 2, /, *, c: "C"): pass
print(g.__annotations__)
t: tuple = 1, 2
print(t)
g.__annotations__ = {"k": 1}
print(g.__annotations__)
u: list = [*t]
print(u, (lambda: 0).__annotations__)
