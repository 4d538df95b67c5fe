# The list being sorted is emptied, grown or sorted again by key and comparison.
def attempt(name, f):
    try:
        print(name, f())
    except (ValueError, TypeError, RuntimeError, IndexError) as e:
        print(name, type(e).__name__)
def with_key(action):
    l = [3, 1, 2]
    def key(x):
        action(l)
        return x
    l.sort(key=key)
    return l
attempt("append in key", lambda: with_key(lambda l: l.append(9)))
attempt("clear in key", lambda: with_key(lambda l: l.clear()))
attempt("pop in key", lambda: with_key(lambda l: l.pop()))
attempt("sort in key", lambda: with_key(lambda l: l.sort()))
attempt("read in key", lambda: with_key(lambda l: len(l)))
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        act(data)
        return self.v < o.v
for name, act in (("append", lambda d: d.append(K(0))), ("clear", lambda d: d.clear()),
                  ("slice", lambda d: d.__setitem__(slice(None), [])), ("len", lambda d: len(d)),
                  ("extend", lambda d: d.extend([1] * 1000)), ("nested sort", lambda d: d.sort())):
    data = [K(i) for i in (5, 3, 8, 1)]
    attempt("lt " + name, lambda: (data.sort(), [getattr(k, "v", k) for k in data])[1])
l = [3, 1, 2]
def bad(x):
    if x == 2: raise KeyError
    return x
try:
    l.sort(key=bad)
except KeyError:
    print(l)
class Incon:
    def __lt__(self, o): return True
print(len(sorted([Incon() for _ in range(50)])))
class Half:
    def __lt__(self, o): raise ZeroDivisionError
m = [Half(), Half(), Half()]
try:
    m.sort()
except ZeroDivisionError:
    print(len(m), sorted([3, 1]))
