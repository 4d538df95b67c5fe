# __set_name__ is called after the class exists, in order, with owner and name.
class Field:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, obj, cls):
        if obj is None: return self
        return getattr(obj, self.name, None)
    def __set__(self, obj, v):
        if not isinstance(v, self.kind):
            raise TypeError("%s must be %s" % (self.name[1:], self.kind.__name__))
        setattr(obj, self.name, v)
class P:
    name = Field(str)
    age = Field(int)
p = P()
p.name, p.age = "Al", 5
print(p.name, p.age, vars(p))
try:
    p.age = "x"
except TypeError as e:
    print(e)
print(P.age.kind.__name__)
P.later = Field(int)
print(hasattr(P.later, "name"))
class Bad:
    def __set_name__(self, owner, name): raise ValueError("in set_name")
try:
    class Q:
        b = Bad()
except (ValueError, RuntimeError) as e:
    print("class creation failed")
f = Field(int)
class Two:
    a = f
    b = f
print(f.name)
