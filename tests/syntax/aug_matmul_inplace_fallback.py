# In-place operators fall back to the binary form; @ and @= are dispatched.
class V:
    def __init__(self, v):
        self.v = v
    def __matmul__(self, o):
        return V(("mm", self.v, getattr(o, "v", o)))
    def __rmatmul__(self, o):
        return V(("rmm", o, self.v))
    def __add__(self, o):
        return "added"
    def __isub__(self, o):
        self.v -= o
        return self
    def __imul__(self, o):
        return NotImplemented
    def __mul__(self, o):
        return "mul"
    def __ior__(self, o):
        return "replaced"
a = V(1)
print((a @ V(2)).v, (a @ 3).v, (4 @ a).v)
a @= 5
print(a.v)
b = V(10)
c = b
b -= 3
print(b is c, b.v)
b += 1
print(b, c.v)
c *= 2
print(c)
d = V(0)
d |= 1
print(d)
for stmt in ("x = 1; x @= 2", "x = 1; x += 'a'", "x = 'a'; x -= 'b'", "x = []; x += 1"):
    try:
        exec(stmt)
    except TypeError as e:
        print(e)
