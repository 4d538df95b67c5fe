# Unary operators and conversion hooks.
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __int__(self): return 42
    def __float__(self): return 2.5
    def __complex__(self): return 1 + 2j
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __bytes__(self): return b"bytes"
    def __str__(self): return "str"
    def __hash__(self): return 7
    def __bool__(self): return False
import math
u = U()
print(-u, +u, ~u, abs(u), int(u), float(u), complex(u), round(u), round(u, 2))
print(math.trunc(u), math.floor(u), math.ceil(u), bytes(u), str(u), hash(u), not u, bool(u))
class E: pass
for code in ("-E()", "+E()", "~E()", "abs(E())", "int(E())", "float(E())", "complex(E())",
             "round(E())",
             "bytes(E())", "math.floor(E())", "-'a'", "~1.5", "+[]"):
    try:
        print(eval(code))
    except TypeError as e:
        print(code, "TypeError")
class W:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __bool__(self): return 1
    def __hash__(self): return "h"
    def __len__(self): return -1
    def __bytes__(self): return "s"
for g in (int, float, bool, hash, len, bytes):
    try:
        print(g(W()))
    except (TypeError, ValueError) as e:
        print(g.__name__, type(e).__name__)
