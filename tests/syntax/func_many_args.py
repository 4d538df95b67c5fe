# Large numbers of parameters, arguments and keywords.
names = ["p%d" % i for i in range(120)]
ns = {}
exec("def f(%s): return sum([%s])" % (", ".join(names), ", ".join(names)), ns)
print(ns["f"](*range(120)))
print(ns["f"](**{n: 1 for n in names}))
exec("r = f(%s)" % ", ".join("%s=%d" % (n, i) for i, n in enumerate(names)), ns)
print(ns["r"])
def g(*a, **k): return len(a), len(k)
print(g(*range(1000), **{"k%d" % i: i for i in range(500)}))
exec("r = g(%s)" % ",".join(map(str, range(300))), {"g": g}, ns)
print(ns["r"])
exec("def loc():\n" + "".join(" v%d = %d\n" % (i, i) for i in range(400)) +
     " return v0 + v255 + v256 + v399", ns)
print(ns["loc"]())
exec("t = (%s)" % ",".join(str(i) for i in range(2000)), ns)
print(len(ns["t"]), sum(ns["t"]))
exec("d = {%s}" % ",".join("%d: %d" % (i, i * i) for i in range(600)), ns)
print(len(ns["d"]), ns["d"][599])
exec("x = " + "+".join(["1"] * 800), ns)
print(ns["x"])
exec("def br(n):\n" + "".join(" if n == %d: return 'n%d'\n" % (i, i) for i in range(500)), ns)
print(ns["br"](0), ns["br"](499), ns["br"](500))
