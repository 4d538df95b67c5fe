# *rest after many targets. CPython takes up to 255 before it.
def run(names, n):
    targets = ", ".join(names)
    scope = {"n": n}
    exec(f"{targets} = range(n)\na = t0, rest, t{len(names) - 2}", scope)
    exec(f"def f(n):\n {targets} = range(n)\n return t0, rest, t{len(names) - 2}\nb = f(n)", scope)
    exec(f"for {targets} in [range(n)]: c = t0, rest, t{len(names) - 2}", scope)
    return scope["a"], scope["a"] == scope["b"] == scope["c"]
for before, after in (254, 0), (255, 0), (255, 300), (256, 0), (300, 1), (1000, 1000):
    t = ["t%d" % i for i in range(before + after)]
    t[before:before] = ["*rest"]
    for n in before + after, before + after + 2, before + after - 1:
        try:
            print(before, after, n, run(t, n))
        except ValueError as e:
            print(before, after, n, e)
