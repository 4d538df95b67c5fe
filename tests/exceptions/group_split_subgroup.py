# split, subgroup, derive on nested groups by type, tuple and predicate.
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("mid", [TypeError(2), ValueError(3),
                   ExceptionGroup("low", [KeyError(4)])]), OSError(5)])
print(g.subgroup(ValueError))
print(repr(g.subgroup(ValueError)))
print(repr(g.subgroup((TypeError, KeyError))))
print(repr(g.subgroup(lambda e: isinstance(e, KeyError))))
print(g.subgroup(IndexError), g.subgroup(Exception) is g, g.subgroup(lambda e: True) is g)
m, r = g.split(ValueError)
print(repr(m), repr(r), sep="\n")
m, r = g.split(IndexError)
print(m, r is g)
m, r = g.split(ExceptionGroup)
print(m is g, r)
class MyGroup(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        self = super().__new__(cls, msg, excs)
        self.code = code
        return self
    def derive(self, excs):
        return MyGroup(self.message + "'", excs, self.code)
mg = MyGroup("mine", [ValueError(1), KeyError(2)], 42)
m, r = mg.split(KeyError)
print(repr(m), m.code, repr(r), r.code)
mg.__cause__ = OSError("cause")
m, r = mg.split(KeyError)
print(repr(m.__cause__), repr(g.derive([ValueError("d")])))
for bad in (5, "x", [ValueError], int):
    try:
        g.split(bad)
    except TypeError:
        print("TypeError")
seen = []
g.subgroup(lambda e: seen.append(type(e).__name__))
print(seen)
