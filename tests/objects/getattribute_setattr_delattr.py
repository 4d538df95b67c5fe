# __getattribute__, __setattr__, __delattr__ intercept everything on instances.
class C:
    x = "class x"
    def __getattribute__(self, name):
        if name == "secret": raise AttributeError("hidden")
        if name == "both": raise AttributeError
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return "fallback " + name
    def __setattr__(self, name, v):
        if name == "ro": raise TypeError("read only")
        object.__setattr__(self, name, ("set", v))
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
c = C()
c.a = 1
print(c.a, c.x, c.secret, c.both, c.zz, c.__dict__)
try:
    c.ro = 1
except TypeError as e:
    print(e)
del c.a
try:
    del c.a
except AttributeError as e:
    print("AttributeError")
setattr(c, "b", 2)
delattr(c, "b")
print(vars(c), getattr(c, "nope"))
c.__dict__["direct"] = 3
print(c.direct)
class Frozen:
    def __init__(self, **k): self.__dict__.update(k)
    def __setattr__(self, n, v): raise AttributeError("frozen " + n)
f = Frozen(q=1)
try:
    f.q += 1
except AttributeError as e:
    print(e, f.q)
class Len:
    def __getattribute__(self, n): return 99
    def __len__(self): return 3
print(len(Len()), Len().anything, Len().__len__)
