# __format__, __str__, __repr__ and who falls back to whom.
class R:
    def __repr__(self): return "R()"
class S(R):
    def __str__(self): return "S-str"
class F(S):
    def __format__(self, spec): return "F[%s]" % spec
r, s, f = R(), S(), F()
print(str(r), repr(r), f"{r}", "%s %r" % (r, r), "{} {!r}".format(r, r), format(r))
print(str(s), repr(s), f"{s}", "%s %r" % (s, s), [s], (s,), {"k": s}, {s: 1})
print(str(f), f"{f:abc}", "{:x>5}".format(f), format(f), format(f, "q"), f"{f!s:>8}|")
for o in (r, s):
    try:
        format(o, ">10")
    except TypeError as e:
        print(e)
class Bad:
    def __str__(self): return 5
    def __repr__(self): return None
    def __format__(self, spec): return 1
for g in (str, repr, format, lambda o: "%s" % o, lambda o: f"{o}", lambda o: [o].__repr__(), print):
    try:
        g(Bad())
    except TypeError as e:
        print("TypeError", end=" ")
print()
class Sub(str):
    def __str__(self): return "overridden"
print(Sub("x"), str(Sub("x")), repr(Sub("x")), f"{Sub('x')}", "%s" % Sub("x"), Sub("x") + "")
class SS(str): pass
print(type(str(SS("a"))).__name__, type(f"{SS('a')}").__name__)
