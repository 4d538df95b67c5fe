# args: -X heapsize=4M
# Very long chains of objects: collected, copied, unpacked and dropped without trouble.
import gc
def chain(kind, n):
    x = None
    for i in range(n):
        if kind == "list": x = [x]
        elif kind == "tuple": x = (x,)
        elif kind == "dict": x = {"n": x}
        elif kind == "object":
            o = Node()
            o.next = x
            x = o
        elif kind == "closure": x = (lambda v: lambda: v)(x)
        elif kind == "method": x = Node(); x.m = x.f
        elif kind == "generator": x = iter([x])
        elif kind == "exception":
            e = ValueError()
            e.__context__ = x
            x = e
    return x
class Node:
    def f(self): pass
for kind in ("list", "tuple", "dict", "object", "closure", "method", "generator", "exception"):
    x = chain(kind, 20000)
    gc.collect()
    x = None
    gc.collect()
    print(kind, "ok")
n = 0
x = chain("object", 20000)
while x: x, n = x.next, n + 1
print(n)
l = chain("list", 20000)
m = l[:]
print(m[0] is l[0], len(m), l is not m)
d = 0
while l: l, d = l[0], d + 1
print(d)
def unwind(n):
    e = None
    for i in range(n):
        try:
            try:
                raise KeyError(i)
            except KeyError:
                raise ValueError(i)
        except ValueError as v:
            e = v
    return e
print(repr(unwind(2000)), sum(1 for _ in range(2000)))
g = (i for i in range(3))
for _ in range(50): g = (i for i in g)
print(list(g))
