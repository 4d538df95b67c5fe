# Modules made by ModuleType.__new__() alone: whole, with an empty namespace, until __init__() names them.
import sys

M = type(sys)


class Sub(M):
    pass


class NoInit(M):
    def __init__(self, *args):
        pass


def show(name, f):
    try:
        print(" ", name, f())
    except Exception as e:
        print(" ", name, type(e).__name__, e)


def delete(m, name):
    try:
        delattr(m, name)
    except AttributeError:
        return "AttributeError"


for make in (lambda: M.__new__(M), lambda: M.__new__(M, 1, 2, k=3), lambda: Sub.__new__(Sub), lambda: NoInit(5)):
    m = make()
    print(repr(m), str(m), type(m).__name__)
    show("name", lambda: m.__name__)
    show("dict", lambda: m.__dict__)
    show("attribute", lambda: m.foo)
    show("dir", lambda: [n for n in dir(m) if n in ("__name__", "a")])
    m.a = 1
    show("set", lambda: (m.a, vars(m), m.__class__ is type(m)))
    show("deleted", lambda: (delete(m, "a"), delete(m, "a")))
    show("init", lambda: M.__init__(m, "it's", "doc"))
    show("named", lambda: (repr(m), m.__name__, m.__doc__))
    show("again", lambda: (m.__init__("b"), m.__name__))
    m.__name__ = "q"
    show("renamed", lambda: (repr(m), m.__name__))
    show("attribute", lambda: m.foo)
    del m.__name__
    show("unnamed", lambda: repr(m))
    show("name", lambda: m.__name__)
    m.__name__ = 5
    show("no str", lambda: repr(m))
    show("attribute", lambda: m.foo)

m = M.__new__(M)
sys.modules["half"] = m
show("import", lambda: __import__("half") is m)
m.b = 1
namespace = {}
exec("from half import *", namespace)
print(namespace["b"])
show("submodule", lambda: __import__("half.sub"))
m.__getattr__ = lambda name: "hook " + name
m.__dir__ = lambda: ["zz"]
print(m.zzz, dir(m))
for f in (lambda: M.__new__(int), lambda: M.__new__(), lambda: M(), lambda: M(1), lambda: M(name="a", doc="b").__doc__,
          lambda: M.__init__(M.__new__(M), 5), lambda: setattr(m, "__dict__", {}), lambda: delattr(m, "__dict__")):
    show("-", f)
