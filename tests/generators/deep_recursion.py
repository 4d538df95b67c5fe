# Recursive generators and long delegation chains stay correct.
def count(n):
    if n:
        yield n
        yield from count(n - 1)
print(sum(count(100)), list(count(5)))
def inorder(t):
    if t:
        l, v, r = t
        yield from inorder(l)
        yield v
        yield from inorder(r)
def insert(t, v):
    if not t: return (None, v, None)
    l, x, r = t
    return (insert(l, v), x, r) if v < x else (l, x, insert(r, v))
t = None
for v in (5, 2, 8, 1, 9, 3, 7): t = insert(t, v)
print(list(inorder(t)))
def wrap(g, n):
    for _ in range(n): g = (x + 1 for x in g)
    return g
print(list(wrap(iter([0, 10]), 100)))
def perms(s):
    if len(s) <= 1: yield s
    else:
        for i, c in enumerate(s):
            for p in perms(s[:i] + s[i + 1:]): yield c + p
print(list(perms("abc")), len(list(perms("abcde"))))
def queens(n, row=0, cols=()):
    if row == n: yield cols
    else:
        for c in range(n):
            if all(c != k and abs(c - k) != row - i for i, k in enumerate(cols)):
                yield from queens(n, row + 1, cols + (c,))
print(list(queens(4)), len(list(queens(6))))
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in its[:]:
            try: yield next(i)
            except StopIteration: its.remove(i)
print("".join(interleave("abc", "1", "xyzw")))
gens = [count(i) for i in range(50)]
print(sum(next(g, 0) for g in gens), sum(sum(g) for g in gens))
def forever(): yield from forever()
try:
    next(forever())
except RecursionError:
    print("RecursionError")
