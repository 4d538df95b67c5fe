# gc: the functions exist and collect.
import gc
print(isinstance(gc.collect(), int), gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
class N: pass
def cycle(n):
    for _ in range(n):
        a, b = N(), N()
        a.b, b.a = b, a
cycle(100)
print(gc.collect() >= 0)
keep = [N() for _ in range(10)]
for i, k in enumerate(keep): k.i, k.next = i, keep[i - 1]
cycle(1000)
gc.collect()
print([k.i for k in keep], keep[0].next.i)
d = {i: [str(i)] for i in range(100)}
gc.collect()
print(all(d[i] == [str(i)] for i in range(100)), sum(len(v[0]) for v in d.values()))
l = []
for i in range(20000):
    l.append([i])
    if len(l) > 50: l = l[25:]
print(l[-1], len(l) <= 50)
s = ""
for i in range(2000): s += chr(97 + i % 26)
print(len(s), s[:5], s[-3:])
def gen():
    for i in range(3):
        gc.collect()
        yield [i]
print(list(gen()))
