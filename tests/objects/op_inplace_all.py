# All in-place operators call their own method.
class T:
    def __init__(self): self.log = []
for n in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor",
          "lshift", "rshift"):
    def meth(self, o, n=n):
        self.log.append((n, o))
        return self
    setattr(T, "__i%s__" % n, meth)
t = t0 = T()
t += 1
t -= 2
t *= 3
t /= 4
t //= 5
t %= 6
t **= 7
t @= 8
t &= 9
t |= 10
t ^= 11
t <<= 12
t >>= 13
print(t is t0, t.log)
for code in ("t + 1", "1 + t", "t ** 2", "t @ 1"):
    try:
        eval(code)
    except TypeError as e:
        print(e)
class N:
    def __iadd__(self, o): return NotImplemented
n = N()
try:
    n += 1
except TypeError as e:
    print(e)
s = {1, 2}; s0 = s; s |= {3}; s &= {2, 3}; s ^= {9}; s -= {2}
print(s0 is s, sorted(s))
l = [1]; l0 = l; l += "ab"; l *= 2
print(l0 is l, l)
b = bytearray(b"a"); b0 = b; b += b"b"; b *= 2
print(b0 is b, b)
d = {1: 2}; d0 = d; d |= [(3, 4)]
print(d0 is d, d)
