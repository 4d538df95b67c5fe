# Unpacking in all positions; star targets; nested; errors.
a, b = 1, 2
a, b = b, a
(c, d), e = (3, 4), 5
print(a, b, c, d, e)
for i, (j, k) in enumerate([(1, 2), (3, 4)]): print(i, j, k, end="; ")
print()
print([x + y for x, y in {1: 2, 3: 4}.items()], [(p, q) for p, *q in ("abc", "d")],
      {k: v for k, (v, _) in {"a": (1, 2)}.items()})
first, *mid, last = range(6)
*init, tail = "xyz"
head, *empty = [9]
print(first, mid, last, init, tail, head, empty)
def f(): return 1, (2, [3, 4])
x, (y, [z, w]) = f()
print(x, y, z, w, (lambda a, b: a - b)(*(5, 3)), max(*[1, 5]), [*range(2), *(7,)], (*"ab",))
for code in ("a, b = 1, 2, 3", "a, b = 1,", "a, b, *c = [1]", "(a, b), c = 1, 2", "a, b = None",
             "a, = ()", "a, (b, c) = 1, (2,)", "a, b = {1}"):
    try:
        exec(code)
    except (ValueError, TypeError) as e:
        print(code, type(e).__name__)
i = 0
l = [10, 20, 30]
i, l[i] = 2, "set"
print(i, l)
t = (1, 2, 3)
t, (u, *v) = t[::-1], t
print(t, u, v)
