# __index__ that fails with a TypeError is asked once before the object is taken for something else.
class I:
    def __init__(self, r): self.r = r
    def __index__(self):
        print("index")
        return self.r
class L(I):
    def __iter__(self): return iter([1, 2])
class B(I):
    def __bytes__(self): return b"bytes"
for c in I, L, B:
    for made in bytes, bytearray:
        for r in None, 2, -1:
            try: print(made(c(r)))
            except (TypeError, ValueError) as e: print(type(e).__name__, e)
        try: print(made(source=c(3)))
        except TypeError as e: print(e)
