# A __getattribute__ behind a builtin base is not asked; one before it is.
class Mixin:
    def __getattribute__(self, name):
        print("asked", name)
        return object.__getattribute__(self, name)
for base in int, str, list, dict, set, float, tuple, bytes, bytearray, KeyError, OSError, Exception, property, classmethod, staticmethod:
    class Behind(base, Mixin):
        x = 1
    class Before(Mixin, base):
        x = 2
    class Below(Behind):
        pass
    for cls in Behind, Below, Before:
        o = cls(print) if base in (classmethod, staticmethod) else cls()
        print(base.__name__, cls.__name__, o.x, isinstance(o, int) and "int")
class Plain(Mixin):
    x = 3
print(Plain().x)
