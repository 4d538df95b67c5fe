# Subscript syntax as seen by __getitem__, __setitem__ and __delitem__.
class S:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
s = S()
print(s[1], s[:], s[1:], s[:2], s[1:2], s[::], s[1:2:3], s[::-1])
print(s[1, 2], s[1,], s[()], s[1:2, 3], s[..., 0], s[:, ::2], s[(1, 2)])
print(s["k"], s[None], s[lambda: 1](), s[not 1])
print(s[x := 5], x, s[(y := 1):y + 3])
s[1:2] = 5
s[0, :] = "v"
s[...] = None
del s[1], s[2:3], s[4, 5:6]
class T(list):
    def __getitem__(self, k):
        print("get", k)
        return super().__getitem__(k)
    def __setitem__(self, k, v):
        print("set", k, v)
        super().__setitem__(k, v)
t = T([1, 2, 3])
t[0] += 5
t[1:] += [9]
print(list(t), t[-1], t[::2])
try:
    t[1, 2]
except TypeError as e:
    print(e)
