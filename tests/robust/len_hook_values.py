# __len__ and __index__ returning absurd values.
class L:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
for v in (2 ** 63, 2 ** 100, -1, -2 ** 70, 1.5, None, "3", True):
    for f in (len, bool, list):
        try:
            print(f.__name__, f(L(v)), end="; ")
        except (TypeError, ValueError, OverflowError, MemoryError) as e:
            print(f.__name__, type(e).__name__ if not isinstance(e, (MemoryError,
                  OverflowError)) else "too big", end="; ")
    print()
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
for v in (2 ** 100, -2 ** 100, 2 ** 31, -2 ** 31, 2 ** 30):
    print([1, 2][I(v):], [1, 2][:I(v)], "ab"[::I(v)], (1, 2)[I(-1):I(v)])
    for f in (lambda: [1][I(v)], lambda: "a"[I(v)], lambda: b"a"[I(v)], lambda: (1,)[I(v)],
              lambda: chr(I(v)), lambda: [].insert(I(v), 1) if abs(v) < 2 ** 31 else [][I(v)]):
        try:
            print(f(), end=" ")
        except (IndexError, ValueError, OverflowError) as e:
            print("refused", end=" ")
    print()
class Bad:
    def __index__(self): return 1.0
for f in (lambda: [1][Bad()], lambda: range(Bad()), lambda: "a" * Bad(), lambda: hex(Bad()),
          lambda: [1][:Bad()], lambda: bytes(Bad()), lambda: chr(Bad()),
          lambda: (1).to_bytes(Bad(), "big")):
    try:
        f()
    except TypeError:
        print("TypeError", end=" ")
print()
