# `and` and `or` return operands and skip what they need not evaluate.
def f(x):
    print("f", repr(x), end=" ")
    return x
print(f(0) or f("") or f([]) or f("end"))
print(f(1) and f("x") and f([]) and f("never"))
print(f(0) and f(1) or f(2))
print(f(1) or f(2) and f(3))
print(not f(0), not f(""), not f("0"))
class B:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        print("bool", self.v, end=" ")
        return self.v
    def __repr__(self):
        return "B%d" % self.v
print(B(True) and B(False) and B(True))
print(B(False) or B(True) or B(False))
print(not B(True))
if B(False) or B(True) and not B(False):
    print("taken")
while not (B(True) and B(True)):
    pass
print([x for x in range(8) if x % 2 and x > 2 or x == 0])
print((1 or 2) + (0 or 5), None or "default", () and 1)
