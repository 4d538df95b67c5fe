# Precedence of data descriptors, instance dict, non-data descriptors, class attributes.
class Data:
    def __get__(self, obj, cls): return ("data get", obj is None, cls.__name__)
    def __set__(self, obj, v): print("data set", v)
    def __delete__(self, obj): print("data del")
class NonData:
    def __get__(self, obj, cls=None): return "nondata get"
class SetOnly:
    def __set__(self, obj, v): obj.__dict__["so"] = v * 2
class C:
    d = Data()
    n = NonData()
    so = SetOnly()
    plain = 1
c = C()
print(c.d, C.d, c.n, C.n)
c.d = 5
del c.d
c.__dict__["d"] = "instance"
print(c.d)
c.n = "instance n"
print(c.n)
del c.n
print(c.n)
c.so = 4
print(c.so, type(C.so).__name__)
try:
    del c.so
except AttributeError as e:
    print("AttributeError")
class Sub(C):
    d = "plain override"
print(Sub().d, Sub.d)
c.__dict__["plain"] = 2
print(c.plain, C.plain)
C.late = Data()
print(c.late[0])
c.own = Data()
print(type(c.own).__name__, getattr(C, "d")[1], vars(C)["n"].__class__.__name__)
class Raises:
    def __get__(self, o, c): raise AttributeError("from get")
C.r = Raises()
print(hasattr(c, "r"), getattr(c, "r", "default"))
