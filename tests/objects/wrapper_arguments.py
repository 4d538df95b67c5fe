# Special methods of builtin types called with too few or too many arguments, and __get__ for nothing.
class P: pass
def f(): pass
def attempt(what, f, *args):
    try:
        print(what, args, str(f(*args)).split(" at ")[0])
    except Exception as e:
        print(what, args, type(e).__name__, repr(str(e)))

things = {"list": [1], "dict": {1: 2}, "int": 2, "property": property(lambda s: 1), "function": f, "str": "a"}
for name, max in {"__setitem__": 2, "__pow__": 2, "__rpow__": 2, "__get__": 2, "__set__": 2, "__delete__": 1, "__delitem__": 1,
                  "__len__": 0, "__add__": 1, "__eq__": 1, "__hash__": 0, "__ne__": 1}.items():
    for what, o in things.items():
        method = getattr(o, name, None)
        for n in range(5):
            if method and not (n <= max and n >= max - (name in ("__pow__", "__get__", "__rpow__"))):
                attempt(what + "." + name, method, *[1] * n)

for d in f, P.__init__, list.append, int.__add__, property(lambda s: 1), classmethod(f), staticmethod(f), int.real, str.join, BaseException.args:
    for args in (None, None), (None,), (1, None), (None, int), (None, type(None)), (1, int):
        attempt(type(d).__name__, d.__get__, *args)
