# Unpacking in calls.
def f(*args, **kw):
    return args, sorted(kw.items())
print(f(*[1, 2], 3, *(4,), *"ab"))
print(f(**{"a": 1}, b=2, **{"c": 3}))
print(f(0, *range(2), x=1, *[9], **{}))
print(f(*{1: 2}, *iter([5]), *(i for i in (6, 7))))
def g(a, b=2, *, c):
    return a, b, c
print(g(*[1], **{"c": 3}), g(1, *[5], c=0))
class M:
    def keys(self):
        return ["x", "y"]
    def __getitem__(self, k):
        return k * 2
print(f(**M()))
for bad in ("f(*1)", "f(**1)", "f(**{1: 2})", "f(a=1, **{'a': 2})", "g(1, a=2, c=3)", "f(*None)"):
    try:
        print(eval(bad))
    except TypeError as e:
        print(bad, "TypeError")
args = [1]
print(f(*args, args.append(2), *args))
kw = {"k": 1}
def h(**k):
    k["z"] = 1
    return k
h(**kw)
print(kw, print(*[], sep="x"), f(*()))
