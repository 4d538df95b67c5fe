# Descriptors with None for a method, or without its pair.
class N:
    __get__ = None
class S:
    __set__ = None
class D:
    __delete__ = None
class Owner:
    n, s, d = N(), S(), D()
def attempt(f, *args):
    try:
        print(f.__name__, args[1:], f(*args))
    except Exception as e:
        print(f.__name__, args[1:], type(e).__name__, e)
for target in Owner(), Owner:
    attempt(getattr, target, "n")
for name in "s", "d":
    attempt(setattr, Owner(), name, 1)
    attempt(delattr, Owner(), name)
print(type(Owner.s).__name__, type(Owner().s).__name__)

class A:
    __setattr__ = None
class B:
    __getattr__ = None
class C:
    __getattribute__ = None
class E:
    __delattr__ = None
for cls in A, B, C, E:
    attempt(setattr, cls(), "x", 1)
    attempt(delattr, cls(), "x")
    attempt(getattr, cls(), "x")
    attempt(getattr, cls(), "x", 5)

class Empty(type):
    def mro(cls): return []
try:
    class E(metaclass=Empty): pass
except TypeError as e:
    print(e)
