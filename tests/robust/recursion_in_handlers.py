# Running out of stack inside finally, except, generators, comprehensions, callbacks.
depths = []
def f(n):
    try:
        return f(n + 1)
    finally:
        depths.append(1)
try:
    f(0)
except RecursionError:
    print("finally", len(depths) > 50)
def g():
    try:
        g()
    except RecursionError:
        return "handled low"
    return "handled high"
print(g())
def h():
    yield from h()
try:
    list(h())
except RecursionError:
    print("yield from")
def comp(n): return [x for x in comp(n + 1)]
def srt(n): return sorted([1, 2], key=lambda x: srt(n))
def mp(n): return list(map(mp, [n]))
def mx(n): return max([1, 2], key=mx)
def jn(n): return ",".join(jn(x) for x in "ab")
def flt(n): return list(filter(flt, [1]))
class It:
    def __iter__(self): return It2(self)
class It2:
    def __init__(self, o): self.o = o
    def __next__(self): return list(self.o)
for fn in (comp, srt, mp, mx, jn, flt, lambda n: list(It())):
    try:
        fn(0)
        print("returned")
    except RecursionError:
        print(fn.__name__, "RecursionError")
count = 0
def catcher():
    global count
    try:
        catcher()
    except RecursionError:
        count += 1
        raise
for _ in range(3):
    try:
        catcher()
    except RecursionError:
        pass
print(count > 100)
def depth():
    try:
        return 1 + depth()
    except RecursionError:
        return 1
d1, d2 = depth(), depth()
print(d1 == d2 or abs(d1 - d2) < 5, d1 > 50)
class D:
    def __del__(self): pass
    def __init__(self): self.x = plain()
def plain(): return plain()
try:
    D()
except RecursionError:
    print("constructor")
