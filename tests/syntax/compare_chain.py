# Chained comparisons evaluate each operand once and stop early.
def v(x):
    print("v", x, end="; ")
    return x
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) < v(2) > v(0) != v(5))
print(1 == 1.0 == True, 1 < 3 > 2, 1 == 1 in [1], "a" < "b" < "c" <= "c")
print(v(1) is not v(None) is None)
class Obj:
    def __init__(self, name):
        self.name = name
    def __lt__(self, other):
        print(self.name, "<", other.name, end="; ")
        return self.name  # truthy, not a bool
    def __eq__(self, other):
        return []
a, b, c = Obj("a"), Obj("b"), Obj("")
print(a < b < c)
print(c < a < b, end="|\n")
print((a == b), (a == b == c), not a == b)
print([] == [] is not [], (1, 2) < (1, 3) < (2,))
x = 5
print(1 < x < 10, 10 < x < 1, not 1 < x < 10)
print(1 in (1, 2) not in ((1, 2),), 3 not in [1] not in [2])
