# NotImplemented makes the interpreter try the other side, then raise TypeError.
class A:
    def __add__(self, o):
        print("A.add", end=" ")
        return NotImplemented
    def __radd__(self, o):
        print("A.radd", end=" ")
        return NotImplemented
    def __eq__(self, o):
        print("A.eq", end=" ")
        return NotImplemented
    def __lt__(self, o):
        print("A.lt", end=" ")
        return NotImplemented
class B:
    def __radd__(self, o):
        print("B.radd", end=" ")
        return "B result"
    def __eq__(self, o):
        print("B.eq", end=" ")
        return "B eq"
    def __gt__(self, o):
        print("B.gt", end=" ")
        return "B gt"
a, b = A(), B()
print(a + b)
print(a == b)
print(a < b)
print(a == A(), a == a, a != A())
for code in ("a + 1", "1 + a", "a + A()", "a < 1", "a < A()", "b + a", "a - b", "a += 1"):
    try:
        exec(code)
        print(code, "ok")
    except TypeError as e:
        print("|", e)
class C:
    __add__ = None
try:
    C() + b
except TypeError as e:
    print("None blocks:", type(e).__name__)
