# Generator expressions: laziness, scoping, single pass, nested, as arguments.
log = []
def t(x):
    log.append(x)
    return x
g = (t(x) * 2 for x in (t(i) for i in range(3)))
print(log, next(g), log, list(g), log)
print(sum(x * x for x in range(4)), list(x for x in "ab"), dict((k, v) for k, v in [("a", 1)]),
      set(x % 2 for x in range(5)) == {0, 1}, "-".join(str(i) for i in range(3)))
n = 1
g = (n * i for i in range(3))
n = 10
print(list(g))
l = [1, 2]
g = (x for x in l)
l = [3, 4]
print(list(g))
l = [1, 2]
g = (x for x in l)
l.append(3)
print(list(g))
print(list((x, y) for x in range(2) for y in range(x + 1) if x or y),
      any(x > 1 for x in iter([0, 2, 5])), list(list(j for j in range(i)) for i in range(3)))
g = (i for i in range(3))
print(2 in g, list(g), iter(g) is g)
g = (x for x in [1, 2, 3])
for a in g:
    for b in g: print(a, b, end=" ")
print()
def f(it, *rest): return list(it), rest
print(f((i for i in range(2)), 5), f(i for i in "z"))
g = ((yield_ := x) for x in range(3))
print(list(g), yield_)
g = (1 / x for x in (1, 0, 2))
try:
    list(g)
except ZeroDivisionError:
    print(list(g))
print([*(i for i in range(3))], {**{k: 1 for k in (c for c in "ab")}},
      max((len(w), w) for w in ["a", "bcd", "ef"]), tuple(i for i in ()))
