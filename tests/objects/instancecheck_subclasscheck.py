# isinstance and issubclass with hooks, tuples, unions, virtual classes.
class Meta(type):
    def __instancecheck__(cls, o):
        print("inst?", end=" ")
        return hasattr(o, "quack")
    def __subclasscheck__(cls, c):
        print("sub?", end=" ")
        return hasattr(c, "quack")
class Duck(metaclass=Meta): pass
class Robot:
    def quack(self): pass
print(isinstance(Robot(), Duck), isinstance(5, Duck), issubclass(Robot, Duck),
      issubclass(int, Duck))
print(isinstance(5, (Duck, int)), isinstance(Duck(), Duck))
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), issubclass(B, A), issubclass(A, A),
      issubclass(B, object))
print(isinstance(1, (str, (float, (int,)))), issubclass(bool, (str, int)), isinstance(1, ()))
print(isinstance(True, int), isinstance(1, bool), isinstance(int, type), isinstance(type, object))
print(isinstance(3, int | str), isinstance(None, int | None), issubclass(int, str | int))
for code in ("isinstance(1, 5)", "issubclass(1, int)", "isinstance(1, 'int')",
             "issubclass(int, [int])",
             "isinstance(1, (str, 5))"):
    try:
        eval(code)
    except TypeError as e:
        print(code, e)
class Fake:
    __class__ = int
print(isinstance(Fake(), int), type(Fake()).__name__, isinstance(Fake(), Fake))
try:
    try:
        raise KeyError
    except Duck:
        print("never")
except KeyError:
    print("except uses real subclassing")
except TypeError:
    print("not an exception class")
# unions take classes for equal only if they are the same one
class Meta(type):
    def __eq__(self, other): return True
class M(metaclass=Meta): pass
print(len((M | int).__args__), len((M | M | int).__args__))
