# get_objects, get_referrers, get_referents, is_tracked: storage and tables are looked through.
import gc
from collections import deque

class A:
    pass
a = A()
target = [1]
a.x = target
l = [target] * 3
t = (target, None)
d = {"k": target, "other": 2}
keyed = {(1, 2): 0}
s = {(1, 2), "a"}
q = deque([target, target])
def f(x=target, y=0):
    return target
def closure():
    inner = target
    return lambda: inner
c = closure()
m = l.append
def has(x, objects):
    return any(o is x for o in objects)

refs = gc.get_referrers(target)
print([has(o, refs) for o in (a, l, t, d, q, globals(), keyed, s)])
print(has(l, gc.get_referrers(m)), has(m, gc.get_referrers(l)), has(a, gc.get_referrers(A)), gc.get_referrers())
print(len(gc.get_referrers(target, a)) > len(refs))
print([has(target, gc.get_referents(o)) for o in (a, l, t, d, q, f, globals(), keyed)])
print(has(A, gc.get_referents(a)), has("k", gc.get_referents(d)), gc.get_referents(1, "a"), len(gc.get_referents(l, t)))
objects = gc.get_objects()
print([has(o, objects) for o in (a, A, l, t, d, s, q, f, c, m, objects, "a", gc)])
print({type(o).__name__ for o in objects} & {"items", "table", "shape", "str", "int", "_internal", "code_chunk"})
print(gc.get_objects(0), gc.get_objects(generation=1), len(gc.get_objects(2)) > 50, len(gc.get_objects(None)) > 50)
for bad in (3, -1, "a"):
    try:
        gc.get_objects(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
print([gc.is_tracked(o) for o in (l, {}, a, f, A, t, 1, 1.5, "a", b"b", None, range(3), bytearray(3))])
for o in objects:
    repr(o)

# objects may be seen while they are made
seen = []
def look():
    for o in gc.get_objects():
        try:
            len(repr(o)), type(o).__name__
        except RecursionError:
            pass
    return 1
class Meta(type):
    def mro(cls):
        look()
        return super().mro()
class M(metaclass=Meta):
    pass
tuple(look() for i in range(2))
sorted([3, 1, 2], key=lambda x: look())
{look(): look()}
print(list(map(lambda x: look(), [1])))
