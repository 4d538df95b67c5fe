# Operands are evaluated from left to right; assignment evaluates its right side first.
log = []
def t(name, value=None):
    log.append(name)
    return value
def show():
    print(" ".join(log))
    log.clear()
t("a", 1) + t("b", 2) * t("c", 3)
show()
d = {}
t("d", d)[t("key", 1)] = t("value", 2)
show()
t("f", print)(t("x", 1), *t("args", (2,)), k=t("k", 3), **t("kw", {})) if 0 else None
show()
(lambda *a, **k: None)(t("p"), *t("s", ()), end=t("e"), **t("d", {}))
show()
x = {t("k1", 1): t("v1"), t("k2", 2): t("v2")}
show()
t("a", 1) < t("b", 2) < t("c", 0) < t("never", 1)
show()
t("yes", 1) if t("cond", False) else t("no", 2)
show()
l = [0, 1, 2, 3]
t("l", l)[t("lo", 0):t("hi", 2):t("step", 1)]
show()
t("o", d)[t("i", 5)], t("q", d)[t("j", 6)] = t("r", (1, 2))
show()
d[t("aug", 1)] += t("rhs", 3)
show()
print(d)
