# Subclasses of builtins used before their base's __init__ has run.
seen = []
class L(list):
    def __init__(self, *a):
        seen.append((len(self), list(self), repr(self), self == [], bool(self)))
        self.append(1)
        super().__init__(*a)
print(L([5, 6]), L(), seen)
seen.clear()
class D(dict):
    def __init__(self, *a):
        seen.append((len(self), list(self.items()), repr(self), self.get(1)))
        self["early"] = 1
        super().__init__(*a)
print(D({"a": 2}), seen)
seen.clear()
class S(set):
    def __init__(self, *a):
        seen.append((len(self), repr(self)))
        self.add(9)
        super().__init__(*a)
print(sorted(S([1])), seen)
class B(bytearray):
    def __init__(self, *a):
        self.extend(b"pre")
        super().__init__(*a)
print(B(b"x"))
class E(Exception):
    def __init__(self, *a):
        self.r = (repr(self), str(self), self.args)
        try:
            raise self
        except E as e:
            self.ok = e is self
print(E(1, 2).r, E().ok)
class NoInit(list):
    def __init__(self): pass
n = NoInit()
n += [1]
print(n, NoInit.__new__(NoInit), dict.__new__(D), set.__new__(S), list.__new__(L) + [1])
x = L.__new__(L)
x.append(3)
x.sort()
print(x, x[0], x[::-1], x.copy(), x * 2, x + [1], x.pop())
e = ValueError.__new__(ValueError, "a", 1)
print(repr(e), e.args, str(e))
o = OSError.__new__(OSError)
print(str(o), o.errno)
g = Exception.__new__(E)
print(repr(g), hasattr(g, "r"))
class F(frozenset):
    def __init__(self, *a): self.n = len(self)
class T(tuple):
    def __init__(self, *a): self.n = len(self)
class Str(str):
    def __init__(self, *a): self.n = len(self)
print(F([1, 2]).n, T((1, 2, 3)).n, Str("four").n)
