# Truth through __bool__ then __len__; `in` through __contains__, __iter__, __getitem__.
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class BL(L):
    def __bool__(self): return self.n == 0
print(bool(L(0)), bool(L(3)), bool(BL(0)), bool(BL(3)), len(BL(3)), not L(0))
class C:
    def __contains__(self, x): return x
class I:
    def __iter__(self):
        print("iter", end=" ")
        return iter([1, 2, 3])
class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
class NoC(I):
    __contains__ = None
print(5 in C(), 0 in C(), [] not in C(), "a" in C())
print(2 in I(), 5 in I(), 20 in G(), 5 in G(), 5 not in G())
for code in ("1 in NoC()", "1 in 5", "1 in None", "len(5)", "len(iter([]))", "1 in object()"):
    try:
        eval(code)
    except TypeError as e:
        print(code, type(e).__name__)
class Bad:
    def __len__(self): return self.v
for v in (-1, "x", 2.5, 1 << 80, None):
    b = Bad()
    b.v = v
    try:
        print(len(b))
    except (TypeError, ValueError, OverflowError) as e:
        print(repr(v)[:6], type(e).__name__)
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan], nan in (1.0,), (nan,) == (nan,),
      {nan: 1} == {nan: 1})
