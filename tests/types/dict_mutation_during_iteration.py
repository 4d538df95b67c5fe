# Changing a dict's size while iterating is an error; changing values is not.
def attempt(name, make_iter, change):
    d = {i: i for i in range(5)}
    n = 0
    try:
        for x in make_iter(d):
            n += 1
            change(d, n)
        print(name, "finished", n, d)
    except RuntimeError as e:
        print(name, "RuntimeError", e, n)
def add(d, n): d["new%d" % n] = 1
def delete(d, n): d.pop(n + 1, None) if n < 4 else None
def setval(d, n): d[n] = "v" if n < 5 else None
def clear(d, n): d.clear()
def same_size(d, n):
    if n == 1: d[2] = "changed"
for name, mk in (("keys", lambda d: d), ("items", lambda d: d.items()),
                 ("values", lambda d: d.values())):
    attempt(name + " add", mk, add)
    attempt(name + " delete", mk, delete)
    attempt(name + " clear", mk, clear)
    attempt(name + " set", mk, lambda d, n: d.__setitem__(0, n))
    attempt(name + " same", mk, same_size)
attempt("list copy", list, lambda d, n: d.pop(n - 1))
d = {1: 1}
it = iter(d)
d[2] = 2
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
s = {1, 2, 3}
try:
    for x in s: s.add(x + 10)
except RuntimeError as e:
    print(e)
it = iter({})
print(list(it), list(it))
