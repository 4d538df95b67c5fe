# Class patterns with more sub-patterns than there are registers.
def names(prefix, n): return [prefix + str(i) for i in range(n)]
class C:
    __match_args__ = tuple(names("p", 700))
    def __init__(self, n):
        for i in range(n): setattr(self, "p%d" % i, i)
def run(pattern, value, show):
    scope = {"v": value, "C": C}
    exec(f"def f(v):\n match v:\n  case {pattern}: return {show}\n  case _: return 'no'", scope)
    exec(f"match v:\n case {pattern}: out = {show}\n case _: out = 'no'", scope)
    return scope["f"](value), scope["out"]
for n in 63, 64, 65, 200, 255, 256, 257, 600:
    a = names("a", n)
    keys = ["p%d=a%d" % (i, i) for i in range(n)]
    show = "[%s]" % ", ".join([a[0], a[n // 2], a[-1]])
    print(n, run("C(%s)" % ", ".join(a), C(n), show), run("C(%s)" % ", ".join(keys), C(n), show))
    print(n, run("C(%s)" % ", ".join(a), C(n - 1), show), run("C(%s)" % ", ".join(keys), C(n - 1), show))
    half = n // 2
    print(n, run("C(%s)" % ", ".join(a[:half] + keys[half:]), C(n), show))
a = names("a", 300)
a[5], a[290] = "5", "int(x) as a290"
print(run("C(%s)" % ", ".join(a), C(300), "x, a290, a299"))
a[5] = "6"
print(run("C(%s)" % ", ".join(a), C(300), "x, a290, a299"))
nested = "[C(%s), C(%s), z]" % (", ".join(names("b", 100)), ", ".join(names("c", 100)))
print(run(nested, [C(100), C(100), 3], "b0, b99, c0, c99, z"), run(nested, [C(100), C(99), 3], "z"))
try:
    run("C(%s)" % ", ".join(names("a", 701)), C(701), "a0")
except TypeError as e:
    print(e)
