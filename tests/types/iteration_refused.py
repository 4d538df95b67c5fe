# Where the TypeError of iter() is told in other words; comparison with buffers; repr of sets that iterate themselves.
class Nothing:
    def __iter__(self): return None
class Never:
    __iter__ = None
class Raises:
    def __iter__(self): raise TypeError("mine")
class Other:
    def __iter__(self): raise KeyError("other")
class Late:
    def __iter__(self): return self
    def __next__(self): raise TypeError("late")
def attempt(what, f, *args):
    try:
        print(what, f(*args))
    except Exception as e:
        print(what, type(e).__name__, e)
for v in Nothing(), Never(), Raises(), Other(), Late(), int, {"a": 1}, {b"a": 1}, ("a",):
    print(type(v).__name__)
    q = [1, 2]
    attempt("str.join", ",".join, v)
    attempt("bytes.join", b",".join, v)
    attempt("slice", q.__setitem__, slice(0, 1), v)
    attempt("bytes", bytes, v)
    attempt("bytearray", bytearray, v)
    attempt("list", list, v)
    print(q)

strided = memoryview(b"abcdef")[::2]
for a in bytearray(b"ab"), b"ab", bytearray(), memoryview(b"ab"):
    for b in bytearray(b"b"), b"ab", memoryview(b"aa"), memoryview(b"ab"), memoryview(b""), strided, "ab":
        for f in (lambda: a < b), (lambda: a == b), (lambda: a >= b), (lambda: b > a):
            attempt("compare", f)

for base in set, frozenset:
    class Mine(base):
        def __iter__(self): return iter([5, "x", 5])
    class Sub(Mine): pass
    class Bad(base):
        def __iter__(self): raise KeyError("no")
    class Itself(base):
        def __iter__(self): return iter([self])
    for cls in Mine, Sub, Bad, Itself:
        for items in (), (1,):
            attempt(cls.__name__, repr, cls(items))
            attempt(cls.__name__, format, cls(items), "")
