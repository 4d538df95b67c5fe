# repr() and str() keep the class of the text that __repr__ and __str__ give; those who use it don't mind.
class S(str):
    pass
class R:
    def __repr__(self): return S("R")
    def __str__(self): return S("T")
print(type(repr(R())), type(str(R())), repr(R()), str(R()))
print([R()], (R(),), {R(): R()}, f"{R()!r} {R()}", "%r %s" % (R(), R()), "{!r} {}".format(R(), R()))
print(repr(S("x")), [S("x")], ascii(R()))
class Wrong:
    def __repr__(self): return 5
try:
    repr(Wrong())
except TypeError as e:
    print(e)
