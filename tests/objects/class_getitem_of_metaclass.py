# Subscripts of a class ask it for __class_getitem__ as for any attribute; a hook that is no function
# is called without the object.
class Meta(type):
    def __getattr__(cls, name):
        print("asked", name)
        if name == "__class_getitem__":
            return lambda key: ("got", key)
        raise AttributeError(name)


class Asked(metaclass=Meta):
    pass


class Named(type):
    __class_getitem__ = classmethod(lambda cls, key: (cls, key))


class Plain(metaclass=Named):
    pass


print(Asked[1], Named[3])
for cls in Plain, int, type:
    try:
        print(cls[2])
    except TypeError as e:
        print(e)


class Hook:
    __getattribute__ = staticmethod(lambda self, name: ("hook", name))


class Second:
    __getattribute__ = classmethod(lambda cls, name: (cls.__name__, name))


class Wraps:
    __getattribute__ = len


print(Second().anything, Wraps().four)
try:
    Hook().x
except TypeError:
    print("TypeError")


view = memoryview(b"1234")[::2]
for make in float, int, complex:
    try:
        print(make(view))
    except TypeError as e:
        print("TypeError")
print(bytearray(b"13") == view, float(memoryview(b"1.5")))
