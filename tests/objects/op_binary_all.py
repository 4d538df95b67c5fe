# Every binary operator and its reflected form is dispatched.
class T:
    def __init__(self, n): self.n = n
ops = [("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("floordiv", "//"), ("mod", "%"),
       ("pow", "**"), ("matmul", "@"), ("and", "&"), ("or", "|"), ("xor", "^"), ("lshift", "<<"),
       ("rshift", ">>")]
def maker(name):
    return lambda self, other: (name, self.n, getattr(other, "n", other))
for name, sym in ops:
    for pre in ("", "r"):
        full = "__%s%s__" % (pre, name)
        setattr(T, full, maker(full.strip("_")))
a, b = T("a"), T("b")
for name, sym in ops:
    print(eval("a %s b" % sym), eval("a %s 1" % sym), eval("1 %s b" % sym), eval("None %s b" % sym))
class D(T):
    def __divmod__(self, o): return ("divmod", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __pow__(self, o, m=None): return ("pow3", o, m)
    def __rpow__(self, o, m=None): return ("rpow", o, m)
d = D("d")
print(divmod(d, 2), divmod(2, d), pow(d, 2), pow(d, 2, 5), d ** 3, 3 ** d)
print([1].__add__([2]), (1).__add__(2), (1).__radd__(5))
print((1).__add__("x"), (1).__sub__(2.0), (2).__pow__(3, 5), "a".__mul__(2), (7).__rsub__(10))
