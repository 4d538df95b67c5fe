# Deferred annotations of classes: forward and self references, inheritance, conditions, mangling.
class A:
    x: B
    y: list[A]
    if True:
        z: int
    if False:
        never: int
    __p: str
class B(A):
    own: float
print(list(A.__annotations__) if "B" in globals() else "", A.__annotations__["x"] is B)
print(B.__annotations__, A.__annotations__["y"] == list[A])
class Empty: pass
class Child(A): pass
print(Empty.__annotations__, Child.__annotations__, Empty.__annotate__)
A.__annotations__["extra"] = 1
print(sorted(A.__annotations__))
def f():
    local = int
    class L:
        v: local
        w: "text"
    local = str
    return L
print(f().__annotations__)
def deco(fn):
    fn.seen = True
    return fn
@deco
def g(a: Missing, *args: int, k: str = "d", **kw: float) -> None: pass
print(g.seen)
Missing = bytes
print(g.__annotations__)
g.__annotations__ = {"a": 1}
print(g.__annotations__, g.__annotate__)
del g.__annotations__
print(g.__annotations__)
