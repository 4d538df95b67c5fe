# The reflected method of a subclass on the right is tried first, if it overrides.
class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
    def __lt__(self, o): return "A.lt"
    def __gt__(self, o): return "A.gt"
    def __eq__(self, o): return "A.eq"
class Same(A): pass
class Over(A):
    def __radd__(self, o): return "Over.radd"
    def __gt__(self, o): return "Over.gt"
    def __eq__(self, o): return "Over.eq"
a, s, o = A(), Same(), Over()
print(a + s, a + o, o + a, s + o, o + o)
print(a < o, a > o, o < a, a == o, o == a, a == s, a != o)
class MyInt(int):
    def __radd__(self, o): return "MyInt.radd"
    def __rsub__(self, o): return "MyInt.rsub"
    def __mul__(self, o): return "MyInt.mul"
    def __eq__(self, o): return "MyInt.eq"
    __hash__ = int.__hash__
m = MyInt(5)
print(1 + m, m + 1, 1 - m, m - 1, m * 2, 2 * m, 5 == m, m == 5, m < 6, type(m + 1).__name__)
class MyStr(str):
    def __rmod__(self, o): return "MyStr.rmod"
    def __radd__(self, o): return "MyStr.radd"
    def __eq__(self, o): return NotImplemented
    __hash__ = str.__hash__
print("%s" % MyStr("x"), "a" + MyStr("b"), MyStr("q") == "q", MyStr("q") == MyStr("q"))
class L(list):
    def __eq__(self, o): return "L.eq"
    def __lt__(self, o): return "L.lt"
print([1] == L([1]), L([1]) == [1], [1] > L([2]), [1] < L([2]))
