# sum, min, max, any, all, sorted with every argument form.
print(sum([]), sum([1, 2]), sum((1.5, 2)), sum(range(101)), sum([1, 2], 10), sum([[1], [2]], []),
      sum([(1,), (2,)], ()), sum([1], start=5), sum({1: 2, 3: 4}), sum([True, True]),
      sum([10 ** 20, 1]), sum(x for x in (1, 2)))
print(min(3, 1, 2), max(3, 1, 2), min([4, 2]), max("hello"), min("b", "a"), max([1], [2]),
      min({3: 1, 2: 5}), max((1, 2), (1, 3)), min([], default="d"), max((), default=None),
      min([5], default=0))
print(max("aa", "b", key=len), min("aa", "b", key=len), max([1, -5, 3], key=abs),
      min([(2, "a"), (1, "b"), (1, "a")], key=lambda p: p[0]), max([1, 1.0, True]), min(1.0, 1),
      max(1, 2, key=None), max([3, 4], key=lambda x: -x))
print(any([]), all([]), any([0, "", 1]), all([1, "a", []]), any(x > 2 for x in range(4)),
      all(x < 3 for x in range(4)), any({}), all({0: 1}), any("a"))
log = []
def t(x):
    log.append(x)
    return x
print(any(t(x) for x in (0, 1, 2)), all(t(x) for x in (5, 0, 6)), log)
for code in ("sum(['a'])", "sum(['a', 'b'], '')", "sum([b'a'], b'')", "sum(5)", "sum()",
             "sum([1], 2, 3)", "sum([[]])", "min()", "min([])", "max(5)", "min(1, 'a')",
             "max([1, None])", "min(1, 2, default=3)", "min([], key=len)", "any(5)", "all()",
             "max(1, 2, key=5)",
             "any([1], [2])", "sum([None])", "min([1], foo=2)", "sum('abc')"):
    try:
        print(code, eval(code))
    except (TypeError, ValueError) as e:
        print(code, type(e).__name__)
print(abs(-5), abs(5), abs(-2.5), abs(3 + 4j), abs(True), abs(-10 ** 30), abs(-0.0), divmod(7, 3),
      divmod(-7.5, 2), pow(2, 3), pow(2, 3, 5), round(2.5), round(-7, -1))
for code in ("abs('a')", "abs()", "divmod(1)", "divmod('a', 1)", "divmod(1, 0)", "pow('a', 1)",
             "abs(None)", "round('a')"):
    try:
        eval(code)
    except (TypeError, ZeroDivisionError) as e:
        print(code, type(e).__name__, end="; ")
print()
