# A bound method's special attributes are its own, not those of its function.
class A:
    def f(self):
        "doc"


m = A().f
for name in ("__reduce_ex__", "__eq__", "__hash__", "__repr__", "__getattribute__", "__dir__", "__sizeof__"):
    print(name, getattr(m, name).__self__ is m)
print(m.__doc__, m.__name__, m.__qualname__, m.__class__.__name__, m.__func__ is A.f, m.__module__)
A.f.x = 5
print(m.x, hasattr(m, "y"))
try:
    m.x = 6
except AttributeError as e:
    print("AttributeError")
