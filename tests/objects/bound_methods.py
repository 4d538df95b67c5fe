# Bound methods: identity, equality, hashing, partial use, special lookups.
class C:
    def __init__(self, v): self.v = v
    def get(self, add=0): return self.v + add
    def __eq__(self, o): return True
    __hash__ = None
a, b = C(1), C(2)
g = a.get
print(g(), g(5), g(add=7), g.__self__ is a, a.get == a.get, a.get == b.get, a.get is a.get)
a.v = 100
print(g(), list(map(b.get, [1, 2])), sorted([3, 1], key=b.get), (lambda f: f())(b.get))
l = []
app = l.append
app(1)
app(2)
print(l, [].append == [].append, l.append == l.append, app.__self__ is l)
print(str.upper("x"), list(map(str.strip, [" a ", "b "])), [].__len__(), (5).__add__(1),
      "abc".__getitem__(1))
print(dict.get({"a": 1}, "a"), list.append(l, 3), l, int.__add__(2, 3), object.__eq__(1, 1))
for code in ("str.upper(5)", "list.append({}, 1)", "C.get()", "a.get(1, 2)", "[].append()",
             "[].append(1, 2)",
             "''.join()", "{}.get()", "C.get(add=1)", "str.join(',')"):
    try:
        eval(code)
    except TypeError as e:
        print(code, type(e).__name__)
print(a.get.__func__ is C.get, C.get is C.get, C.get.__name__)
