# The forms of the import statement and what they bind.
import math
import math as m, sys as s
from math import pi, sqrt as root
from math import (floor,
                  ceil as up,)
print(math is m, s.__name__, pi == m.pi, root(16), floor(2.5), up(2.5))
def f():
    import math as inner
    from math import e as euler
    return inner is math, euler > 2
print(f())
class C:
    from math import gcd
    import sys as system
print(C.gcd(12, 8), C.system is s)
ns = {}
exec("from math import *", ns)
print(ns["pi"] == pi, "sin" in ns, any(k.startswith("_") and k != "__builtins__" for k in ns))
for stmt in ("import no_such_module_x", "from math import no_such_name", "import math.nope",
             "from no_such_module_y import z"):
    try:
        exec(stmt)
    except ImportError as e:
        print(stmt, "->", type(e).__name__, e.name)
print(__import__("math") is math, __name__, s.modules["math"] is math)
s.modules["blocked_mod"] = None
try:
    import blocked_mod
except ImportError as e:
    print(type(e).__name__)
s.modules["fake_mod"] = m
import fake_mod
print(fake_mod is math)
