# __eq__ without __hash__ removes hashing; inheritance of both; use as keys.
class E:
    def __eq__(self, o): return True
print(E.__hash__)
class H(E):
    def __hash__(self): return 5
class S(H): pass
class R(H):
    def __eq__(self, o): return self is o
class K(H):
    def __eq__(self, o): return self is o
    __hash__ = H.__hash__
print(hash(H()), hash(S()), R.__hash__, hash(K()))
for o in (E(), R(), [], {}, set(), bytearray()):
    try:
        hash(o)
    except TypeError as e:
        print(e)
d = {H(): "a"}
d[H()] = "b"
print(len(d), list(d.values()), H() in d)
class Pt:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
print(len({Pt(1, 2), Pt(1, 2), Pt(2, 1)}), {Pt(0, 0): "o"}[Pt(0, 0)])
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2 ** 70) == hash(float(2 ** 70)))
print(hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)),
      hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
print(hash(-1) == hash(-2) or True, {1: "i", 1.0: "f", True: "b"}, {0: 1, False: 2, 0.0: 3})
class Big:
    def __hash__(self): return 2 ** 200
print(isinstance(hash(Big()), int))
class C:
    __hash__ = None
try:
    {C()}
except TypeError as e:
    print("TypeError")
