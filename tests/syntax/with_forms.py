# with: as targets, several managers, parenthesised, order of entry and exit.
class M:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print("enter", self.n, end="; ")
        return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__, end="; ")
with M(1): print("body")
with M(1) as a, M(2) as b: print(a, b)
with (M(1) as a, M(2) as b,): print(a + b)
with (M(3)): print("paren")
with (M(4), M(5)): print("two")
with M((1, [2, 3])) as (x, (y, z)): print(x, y, z)
class O: pass
o = O()
l = [0]
with M(7) as o.attr, M(8) as l[0]: pass
print(o.attr, l)
def f():
    with M("r"):
        return "returned"
print(f())
for i in range(2):
    with M(i):
        if i == 0: continue
        break
print()
try:
    with M("out") as p:
        with M("in"):
            raise KeyError("k")
except KeyError as e:
    print(repr(e), p)
with M("a") as q: pass; print("still in body")
