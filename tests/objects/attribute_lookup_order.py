# Where an attribute comes from: data descriptor, instance, class, bases, __getattr__.
class Base:
    a = "Base.a"
    b = "Base.b"
class C(Base):
    a = "C.a"
    def __getattr__(self, n): return "getattr." + n
o = C()
print(o.a, o.b, o.zzz)
o.a = "o.a"
o.zzz = "o.zzz"
print(o.a, o.b, o.zzz, C.a, Base.a)
del o.a
del o.zzz
print(o.a, o.zzz)
del C.a
print(o.a)
del Base.a
print(o.a)
Base.late = 1
print(o.late, C.late)
C.late += 1
print(Base.late, C.late, o.late)
o.__dict__["dict set"] = 5
print(getattr(o, "dict set"), o.__dict__)
def method(self): return "unbound on instance"
o.m = method
print(o.m(None))
C.n = method
print(o.n())
try:
    C.missing
except AttributeError:
    print("class has no __getattr__")
