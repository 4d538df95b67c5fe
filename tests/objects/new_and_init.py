# __new__ and __init__: order, arguments, other types, singletons, immutables.
class A:
    def __new__(cls, *a, **k):
        print("new", cls.__name__, a, k, end="; ")
        return super().__new__(cls)
    def __init__(self, *a, **k): print("init", a, k)
class B(A): pass
A(1, x=2)
B()
class Other:
    def __new__(cls): return [1, 2]
    def __init__(self): print("never")
print(Other())
class Sub(A):
    def __new__(cls): return A.__new__(A)
print(type(Sub()).__name__)
class Even(int):
    def __new__(cls, v): return super().__new__(cls, v // 2 * 2)
print(Even(7), type(Even(7)).__name__, Even(7) + 1)
class Pair(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
print(Pair(1, 2), Pair(3, 4).first, len(Pair(1, 2)))
class Single:
    inst = None
    def __new__(cls):
        if cls.inst is None: cls.inst = super().__new__(cls)
        return cls.inst
print(Single() is Single())
class Plain: pass
class BadInit:
    def __init__(self): return 5
for code in ("Plain(1)", "Plain(x=1)", "object(1)", "BadInit()", "object.__new__(int)",
             "object.__new__(5)",
             "int.__new__(str)", "object.__new__()"):
    try:
        eval(code)
    except TypeError as e:
        print(code, "TypeError")
try:
    Plain(1)
except TypeError as e:
    print(e)
