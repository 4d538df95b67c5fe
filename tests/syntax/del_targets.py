# del of names, items, slices, attributes, nested targets.
a = b = c = d = 1
del a
try:
    a
except NameError as e:
    print(e)
del (b, [c]), d
print([n for n in "abcd" if n in globals()])
l = list(range(10))
del l[0], l[-1]
del l[1:3]
del l[::2]
print(l)
m = {"x": 1, "y": 2}
del m["x"]
print(m)
class C: pass
o = C()
o.p = o.q = 1
del o.p
print(vars(o))
def f():
    z = 1
    del z
    try:
        return z
    except UnboundLocalError as e:
        return str(e)
print(f())
def g(x):
    del x
    x = 2
    return x
print(g(1))
for stmt in ("del m['zz']", "del l[99]", "del o.nope", "del nope", "del (1, 2)[0]"):
    try:
        exec(stmt)
    except Exception as e:
        print(stmt, type(e).__name__)
del ()
for i in range(2):
    j = i
    del j
print("j" in globals(), i)
