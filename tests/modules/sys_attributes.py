# sys: types and relations of what programs use.
import sys
print(isinstance(sys.version, str), sys.version_info[0], sys.version_info >= (3, 4),
      len(sys.version_info) >= 3, sys.byteorder in ("little", "big"), sys.maxsize > 2 ** 29,
      isinstance(sys.platform, str))
print(isinstance(sys.argv, list), isinstance(sys.path, list), isinstance(sys.modules, dict),
      sys.modules["sys"] is sys, "__main__" in sys.modules, sys.modules[__name__].__name__)
print(sys.implementation.name in ("cpython", "micropython"), len(sys.implementation.version) >= 3,
      hasattr(sys, "stdin"), hasattr(sys, "stdout"), hasattr(sys, "stderr"), hasattr(sys, "exit"))
sys.stdout.write("direct write\n")
print(print("via file", file=sys.stdout), sys.maxsize + 1 > sys.maxsize,
      sys.maxsize & (sys.maxsize + 1))
def f(): return sys.exc_info()
print(f(), sys.exc_info() == (None, None, None))
print(isinstance(sys.intern("abc"), str), sys.intern("a" + "b") is sys.intern("ab"),
      isinstance(sys.getrecursionlimit(), int) if hasattr(sys, "getrecursionlimit") else True)
old = sys.stdout
class Tee:
    def __init__(self): self.got = []
    def write(self, s):
        self.got.append(s)
        return len(s)
    def flush(self): pass
t = Tee()
sys.stdout = t
print("captured", 1)
sys.stdout = old
print(t.got if t.got == ["captured 1\n"] else "".join(t.got).split())
import math
sys.modules["alias_for_math"] = math
import alias_for_math
print(alias_for_math.floor(2.5))
try:
    sys.no_such_attribute
except AttributeError as e:
    print(e)
sys.custom = 5
print(sys.custom, "custom" in dir(sys))
