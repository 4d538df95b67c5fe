# Which special methods of a subclass of a builtin type are asked, and which are not.
def p(*a):
    print(*a, end=" ")
def attempt(what, f, *args):
    try:
        r = f(*args)
        print(what, type(r).__name__, r)
    except Exception as e:
        print(what, type(e).__name__, e)

class NotNow:
    def __radd__(self, other): p("radd"); return NotImplemented
    def __rmul__(self, other): p("rmul"); return NotImplemented
    def __mul__(self, other): p("mul"); return NotImplemented
for left in [1], "a", (1,), b"a", bytearray(b"a"):
    def iadd():
        x = left[:]
        x += NotNow()
    def imul():
        x = left[:]
        x *= NotNow()
    attempt("add", lambda: left + NotNow())
    attempt("mul", lambda: left * NotNow())
    attempt("mul", lambda: NotNow() * left)
    attempt("iadd", iadd)
    attempt("imul", imul)

# += and *= of a list: own operators come first
for names in ("__mul__",), ("__rmul__",), ("__add__",), ("__radd__",), ("__imul__", "__mul__"), ("__iadd__", "__add__"), ():
    for base in list, bytearray:
        C = type("C", (base,), {n: lambda self, other, n=n: p(n) or NotImplemented for n in names})
        def inplace(n, other):
            x = C((1,))
            if n == "+":
                x += other
            else:
                x *= other
            return x
        attempt(" ".join(names) + " +", inplace, "+", base((2,)))
        attempt(" ".join(names) + " *", inplace, "*", 2)

# truth: __len__ of a subclass of a container; __int__ for %d; __iter__ of sets for no set
for base in list, dict, set, frozenset, tuple, str, bytes, bytearray, int, float:
    class C(base):
        def __len__(self): p("len"); return 0
    attempt(base.__name__, bool, C())
class F(float):
    def __int__(self): p("int"); return 5
class G(float):
    def __int__(self): return "5"
for form in "%d", "%i", "%u", "%x", "%s":
    attempt(form, lambda: form % F(1.5))
    attempt(form, lambda: form % G(1.5))
for base in set, frozenset:
    class C(base):
        def __iter__(self): p("iter"); return iter([7])
    c = C([1])
    attempt("set", lambda: (set(c), frozenset(c), {2} | c, {1, 2} - c, {1} & c, list(c), sorted(c)))
    s = {3}
    s.update(c)
    print(s)

class Mapping:
    def __getattribute__(self, name):
        p("look", name)
        return object.__getattribute__(self, name)
    def keys(self):
        return ["a"]
    def __getitem__(self, key):
        return key
class ByGetattr:
    def __getattr__(self, name):
        p("getattr", name)
        if name == "keys":
            return lambda: ["k"]
        raise AttributeError(name)
    def __getitem__(self, key):
        return 1
for m in Mapping(), ByGetattr(), 1:
    attempt("{**}", lambda: {**m})
    attempt("call", lambda: dict(x=1, **m))
    attempt("dict", lambda: dict(m))

for s in (), "a", 1.5:
    for f in (lambda: range(3)[s:], lambda: range(3)[:s], lambda: range(3)[::s], lambda: slice(s).indices(3), lambda: [1][s:]):
        attempt("slice", f)
for args in (2**31, 1), (-1, 1.5):
    try:
        print(len("%.*f" % args))
    except OverflowError:
        print("too large")
