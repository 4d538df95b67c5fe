# __index__ is honoured wherever an integer is needed; __int__ is not.
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
class N:
    def __int__(self): return 3
i, n = I(2), N()
l = list(range(10))
print(l[i], l[i:I(5)], l[::I(3)], "abc"[i], (1, 2, 3)[I(-1)], b"abc"[i], range(10)[i])
print(hex(I(255)), bin(i), oct(I(8)), chr(I(65)), [0] * i, "ab" * i, b"x" * i, range(i))
print(int(i), int(n), float(i), complex(i), round(1.2345, i), pow(2, 3), bytes(i), divmod(7, 2))
print(l.pop(I(0)), l.insert(i, "ins"), l.index(5, I(1)), "a,b,c".split(",", I(1)),
      "x".ljust(I(3)) + "|")
l[i] = "set"
del l[I(0)]
print(l[:3], slice(i, I(5)).indices(I(10)), (5).to_bytes(I(2), "big"),
      max(1, 2, key=lambda x: i.v * x))
for code in ("l[n]", "'ab' * n", "range(n)", "hex(n)", "chr(n)", "bytes(n)[0]", "l[1.0]", "l['1']",
             "l[None]",
             "range(1.0)", "[0] * 1.5", "'a'[n:]", "chr(1.0)", "hex(1.5)"):
    try:
        print(code, eval(code))
    except TypeError as e:
        print(code, "TypeError")
class Bad:
    def __index__(self): return "x"
class Raises:
    def __index__(self): raise ValueError("idx")
for o in (Bad(), Raises()):
    try:
        l[o]
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
