# The docstring of an instance of a subclass of property is among its attributes, if it can have some.
def documented(self): "getter"
def plain(self): return 1
class P(property): pass
class Deeper(P):
    x = 1
class Slots(property):
    __slots__ = ()
class Dict(property):
    __slots__ = ("__dict__",)
class Logged(property):
    def __setattr__(self, name, v):
        print("set", name, v)
        super().__setattr__(name, v)

def attempt(f):
    try: print(f())
    except (AttributeError, TypeError) as e: print(e)

for cls in P, Deeper, Dict, Logged:
    for args in (), (documented,), (plain,), (documented, None, None, "given"), (None, None, None, 5):
        p = cls(*args)
        print(cls.__name__, p.__doc__, vars(p), "__doc__" in dir(p), cls.__doc__)
        p.__doc__ = "new"
        print(p.__doc__, vars(p))
        del p.__doc__
        print(p.__doc__, vars(p))
        attempt(lambda: delattr(p, "__doc__"))
        vars(p)["__doc__"] = "put"
        q = p.getter(documented)
        print(p.__doc__, q.__doc__, vars(q))
        p.__init__(plain)
        print(p.__doc__, vars(p))
s = Slots(plain, None, None, "lost")
print(s.__doc__)
attempt(lambda: setattr(s, "__doc__", "new"))
attempt(lambda: delattr(s, "__doc__"))
attempt(lambda: Slots(documented))
e = property(documented)
e.__doc__ = "changed"
print(e.__doc__)
