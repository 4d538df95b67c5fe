# dir(), vars(), __dir__, hasattr, getattr, setattr and delattr by name.
class A:
    ca = 1
    def m(self): pass
class B(A):
    cb = 2
    def __init__(self): self.ia = 3
b = B()
pub = lambda o: [n for n in dir(o) if not n.startswith("_")]
print(pub(b), pub(B), pub(A))
print("__init__" in dir(b), "__class__" in dir(b), "__dict__" in dir(B))
class D:
    def __dir__(self): return ["z", "a", "m"]
print(dir(D()), D().__dir__())
print(vars(b), vars(B)["cb"], "m" in vars(B))
setattr(b, "new", 1)
setattr(b, "not an identifier", 2)
print(vars(b), getattr(b, "not an identifier"))
delattr(b, "new")
print(hasattr(b, "new"), getattr(b, "new", None), hasattr(b, "m"))
for code in ("vars(5)", "vars([])", "getattr(b, 1)", "setattr(b, 2, 3)", "hasattr(b, None)",
             "getattr(b, 'zip')", "delattr(b, 'ca')"):
    try:
        eval(code)
    except (TypeError, AttributeError) as e:
        print(code, type(e).__name__)
def f():
    q = 1
    return dir(), vars()
print(f())
print("append" in dir([]), "upper" in dir(""), "keys" in dir({}), "real" in dir(1))
import math
print("pi" in dir(math), "__name__" in vars(math))
