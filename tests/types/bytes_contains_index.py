# What has an __index__ that fails is taken for a buffer, or is none.
for e in ValueError, TypeError, StopIteration:
    class I:
        def __index__(self): raise e
    class B(bytearray, I): pass
    class C(I, bytearray): pass
    for c in I, B, C:
        try: print(c() in b'ab', c() in bytearray())
        except Exception as x: print(type(x).__name__, x)
