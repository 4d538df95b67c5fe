# format() of subclasses of str and the numbers: their str() if there is no specification, their name in messages.
class S(str): pass
class I(int): pass
class F(float): pass
class C(complex): pass
class R(int):
    def __repr__(self): return "mine"
class T(float):
    def __str__(self): return "text"
class Bad(float):
    def __repr__(self): return 0
class Z(complex):
    def __str__(self): return S("z")
class Q(str):
    def __str__(self): return S("q")

def attempt(f, *args):
    try:
        r = f(*args)
        print(type(r).__name__, r)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

for cls in S, I, F, C, R, T, Bad, Z, Q, int, str, float, complex, bool:
    v = cls(1)
    print(cls.__name__)
    for f in (format, cls.__format__, cls.__mro__[-2].__format__, lambda v, s: v.__format__(s), lambda v, s: f"{v:{s}}"):
        for spec in "", S(""), ">6", "k", "d", "s", "%", "ä", "xx":
            attempt(f, v, spec)
    attempt(v.__format__, 1)
