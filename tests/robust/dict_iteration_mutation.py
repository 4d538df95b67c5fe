# Deleting and inserting while iterating dict, set, deque and their views.
from collections import deque
def attempt(name, make, change):
    c = make()
    n = 0
    try:
        for x in c:
            change(c)
            n += 1
            if n > 1000:
                print(name, "endless")
                return
        print(name, "ended", n)
    except (RuntimeError, IndexError) as e:
        print(name, type(e).__name__, n)
D = lambda: {i: i for i in range(8)}
S = lambda: set(range(8))
Q = lambda: deque(range(8))
attempt("dict add", D, lambda c: c.__setitem__(len(c) + 100, 1))
attempt("dict clear", D, lambda c: c.clear())
attempt("dict popitem", D, lambda c: c.popitem())
attempt("set add", S, lambda c: c.add(len(c) + 100))
attempt("set clear", S, lambda c: c.clear())
attempt("set discard", S, lambda c: c.discard(max(c)))
attempt("deque append", Q, lambda c: c.append(1))
attempt("deque clear", Q, lambda c: c.clear())
attempt("deque popleft", Q, lambda c: c.popleft())
attempt("list shrink", lambda: list(range(8)), lambda c: c.pop())
attempt("list clear", lambda: list(range(8)), lambda c: c.clear())
attempt("bytearray shrink", lambda: bytearray(8), lambda c: c.pop())
attempt("list to empty and back", lambda: [1], lambda c: (c.clear(), c.extend([])))
d = D()
for c in (lambda: [d.pop(k) for k in d], lambda: {k: d.update({k + 50: 1}) for k in d},
          lambda: sum(d.__delitem__(k) or 1 for k in list(d.keys())[:2]),
          lambda: dict((k, d.clear()) for k in d)):
    try:
        c()
        print("ok", len(d))
    except RuntimeError:
        print("RuntimeError", len(d) > 0)
