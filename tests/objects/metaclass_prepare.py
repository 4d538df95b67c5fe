# __prepare__ supplies the namespace; the order of the body is kept.
class Recorder(dict):
    def __init__(self): self.log = []
    def __setitem__(self, k, v):
        if not k.startswith("__"): self.log.append(k)
        super().__setitem__(k, v)
    def __missing__(self, k):
        if k.startswith("auto_"):
            return k[5:].upper()
        raise KeyError(k)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return Recorder()
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, dict(ns))
        cls.order = ns.log
        return cls
    def __init__(cls, name, bases, ns, **kw): pass
class C(metaclass=Meta, tag=5):
    b = 1
    a = 2
    b = 3
    value = auto_hello
    def m(self): pass
print(C.order, C.value, C.b)
class Plain:
    z = 1
    y = 2
    def x(self): pass
print([k for k in vars(Plain) if not k.startswith("__")])
class NotMapping(type):
    @classmethod
    def __prepare__(mcs, name, bases): return 5
try:
    class Bad(metaclass=NotMapping): pass
except TypeError as e:
    print("TypeError")
try:
    class U(metaclass=Meta):
        print(missing_name)
except NameError as e:
    print(e)
