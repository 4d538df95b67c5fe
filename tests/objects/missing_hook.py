# __missing__ on dict subclasses: only for subscription.
class D(dict):
    def __missing__(self, k):
        print("missing", k, end="; ")
        return k * 2
d = D(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, len(d), d.get("c", 5))
class Auto(dict):
    def __missing__(self, k):
        v = self[k] = type(self)()
        return v
t = Auto()
t["x"]["y"]["z"] = 1
t["x"]["w"] = 2
print(t)
class Count(dict):
    def __missing__(self, k): return 0
c = Count()
for ch in "hello":
    c[ch] += 1
print(c)
class Raises(dict):
    def __missing__(self, k): raise KeyError("custom", k)
try:
    Raises()["q"]
except KeyError as e:
    print(e.args)
try:
    d.pop("zz")
except KeyError as e:
    print("KeyError", e)
print(d.setdefault("new", 3), "%(k)s" % D(k=1), "%(nope)s" % D(), "{zip}".format_map(D()))
d.__missing__ = lambda k: "instance attr ignored"
print(d["i"])
class Plain(dict): pass
p = Plain()
p.__missing__ = lambda k: 1
try:
    p["k"]
except KeyError as e:
    print("KeyError", e)
