# property: getter, setter, deleter, doc, inheritance, errors.
class T:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "the doc"
        return self._v
    @v.setter
    def v(self, x):
        if x < 0: raise ValueError("negative")
        self._v = x
    @v.deleter
    def v(self): self._v = None
    ro = property(lambda self: "read only")
    wo = property(None, lambda self, x: setattr(self, "_w", x), doc="wdoc")
t = T()
t.v = 5
t.v += 1
print(t.v, T.v.__doc__, T.wo.__doc__)
del t.v
print(t.v)
for code in ("t.v = -1", "t.ro = 1", "del t.ro", "t.wo", "del t.wo"):
    try:
        exec(code)
    except (AttributeError, ValueError) as e:
        print(code, type(e).__name__, e)
t.wo = 3
print(t._w, type(T.ro).__name__, T.ro.fget(t), T.ro.fset, T.v.fdel is not None)
class S(T):
    @T.v.getter
    def v(self): return "sub " + str(self._v)
s = S()
s.v = 2
print(s.v, T.v.fget(s))
class E:
    @property
    def p(self): return self.missing
    def __getattr__(self, n): return "getattr " + n
print(E().p)
t.__dict__["ro"] = "shadow"
print(t.ro)
