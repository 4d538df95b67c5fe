# Subclasses of list and tuple: construction, overridden methods, results of operators.
class L(list):
    def __init__(self, *items):
        super().__init__(items)
        self.hits = 0
    def __getitem__(self, i):
        self.hits += 1
        return super().__getitem__(i)
    def append(self, x): super().append(("app", x))
    def __iter__(self): return iter(["custom", "iter"])
    def __contains__(self, x): return x == "magic"
l = L(1, 2, 3)
l.append(4)
print(l, l[0], l[-1], l.hits, len(l), list(l), "magic" in l, 1 in l, l == [1, 2, 3, ("app", 4)])
print(type(l + [5]).__name__, type(l * 2).__name__, type(l[1:]).__name__, type(l.copy()).__name__)
print(sorted(l), [x for x in l], l.index(2), l.pop(), l.count(1), l[::-1], repr(l), str(l))
l.sort(reverse=True)
l.extend([7])
l += (8,)
l.note = "n"
print(list.__iter__(l).__next__(), l.note, len(l), L() == [], bool(L()), l > [0])
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __add__(self, o): return "added"
    def __eq__(self, o): return "eq"
    __hash__ = tuple.__hash__
    def __len__(self): return 42
t = T(1, 2)
t.attr = "a"
print(t, t.attr, t + (3,), (0,) + t, t == (1, 2), len(t), t[0], t[:], type(t[:]).__name__,
      hash(t) == hash((1, 2)))
a, b = t
print(a, b, isinstance(t, tuple), t * 2, t.index(2),
      "%s %s" % t, max(t))
class Stack(list):
    push = list.append
    @property
    def top(self): return self[-1]
s = Stack("ab")
s.push("c")
print(s, s.top, Stack(s) == s, Stack(range(2)), Stack([3, 1]).__class__.__name__)
