# iter with sentinel, enumerate, zip, map, filter, reversed, next with default.
it = iter([1, 2, 3])
print(iter(it) is it, next(it), list(it), next(it, "d"), next(it, None))
n = 0
def f():
    global n
    n += 1
    return n
print(list(iter(f, 4)), n, next(iter(f, 5), "stop"))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], 1)),
      list(enumerate("x", start=-1)), next(enumerate("q", 10 ** 20)))
print(list(zip([1, 2], "ab", (True, False))), list(zip()), list(zip("abc", [1])), list(zip([1])),
      dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)])), list(zip("ab", "cd", strict=True)))
for args in (("ab", "c"), ("a", "bc"), ("ab", "cd", "e")):
    try:
        list(zip(*args, strict=True))
    except ValueError as e:
        print(e)
a, b = iter("abc"), iter("x")
print(list(zip(a, b)), next(a), list(map(int, "12")),
      list(map(lambda x, y: x + y, [1, 2, 3], [10, 20])), list(map(str.upper, "ab")),
      list(map(lambda *a: a, "ab", (1, 2), [3, 4])))
print(list(filter(None, [0, 1, "", "a", None])), list(filter(lambda x: x > 1, [1, 2, 3])),
      list(filter(str.isdigit, "a1b2")), list(reversed([1, 2])), list(reversed("ab")),
      list(reversed((1,))), list(reversed({1: 2, 3: 4})), list(reversed(range(3))))
for code in ("next([])", "next(iter([]))", "iter(5)", "iter(5, 1)", "zip(1)", "map(int)", "map()",
             "list(map(5, [1]))", "filter(None)", "list(filter(5, [1]))", "enumerate()",
             "enumerate(5)", "enumerate([], 'a')", "reversed(5)", "reversed(iter([]))", "zip(a=1)",
             "next()", "list(map(int, ['x']))"):
    try:
        print(code, eval(code))
    except (TypeError, ValueError, StopIteration) as e:
        print(code, type(e).__name__)
m = map(lambda x: 1 // x, [1, 0, 2])
print(next(m))
try:
    next(m)
except ZeroDivisionError:
    print(next(m), list(m))
r = reversed([1, 2, 3])
print(next(r), list(r), iter(r) is r, type(zip()).__name__, type(map(int, "")).__name__,
      type(enumerate("")).__name__, type(reversed([])).__name__)
