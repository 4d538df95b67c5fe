# Deferred evaluation of annotations (PEP 649).
class Node:
    next: Later
    n: int = 0
def f(a: Undefined1, b: int = 3) -> Undefined2:
    return a + b
print(f(1), Node.n)
try:
    f.__annotations__
except NameError as e:
    print(e)
try:
    Node.__annotations__
except NameError as e:
    print(e)
class Later: pass
print(Node.__annotations__["next"] is Later, Node.__annotations__["n"])
Undefined1 = str
Undefined2 = float
print(f.__annotations__ == {"a": str, "b": int, "return": float})
Undefined1 = bytes
print(f.__annotations__["a"])
print(callable(f.__annotate__), f.__annotate__(1) == {"a": bytes, "b": int, "return": float})
def g(): pass
print(g.__annotate__, g.__annotations__)
try:
    f.__annotate__(99)
except NotImplementedError:
    print("NotImplementedError")
def side(x: print("evaluated") = 1): pass
print("defined")
print(side.__annotations__)
def h():
    local: print("never") = 2
    return local
print(h())
class Recur:
    me: Recur
print(Recur.__annotations__["me"] is Recur)
