# What type(), type.__new__ and type.__init__ say about wrong arguments; names of classes.
def t(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
t(type)
t(type, 1, 2)
t(type, 1, 2, 3, 4)
t(type, 5, x=1)
t(type, 5, (), {})
t(type, "D", [], {})
t(type, "D", (), [])
t(type, "a\0b", (), {})
t(type, "D", (), {"__qualname__": 5})
t(type, "D", (), {"__classcell__": None})
t(type.__new__, type)
t(type.__new__, type, 5)
t(type.__new__, int, "a", (), {})
t(type.__new__, 5, "a", (), {})
t(type.__call__, type, 5)
t(type.__init__, type)
t(type.__init__, int, 1)
t(type.__init__, int, 1, x=2)
t(type.__init__, int, "x", (), {}, x=2)

class E: pass
for name in ("__bases__", "__name__", "__qualname__", "__module__", "__doc__", "nothing"):
    t(delattr, E, name)
t(setattr, E, "__name__", "a\0")
t(setattr, E, "__name__", 5)
t(setattr, E, "__qualname__", 5)
t(setattr, int, "x", 5)
t(delattr, int, "real")
print(E.__name__)
