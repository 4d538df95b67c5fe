# Assignment expressions and where their names are bound.
if (n := len("hello")) > 3:
    print("long", n)
print([y := 1, y + 1, (y := y + 5), y])
data = [1, 2, 3, 4]
print([last := x * x for x in data if (h := x % 2)], last, h)
def f(x):
    return (z := x + 1) * z
print(f(2), "z" in globals())
it = iter([3, 2, 1, 0, 9])
while (v := next(it)):
    print(v, end=" ")
print("stop at", v)
def outer():
    total = 0
    [total := total + i for i in range(5)]
    return total
print(outer())
def g():
    global gg
    [gg := i for i in range(3)]
g()
print(gg)
print((a := 1, b := 2), a, b)
print(any((found := w).startswith("b") for w in ["abc", "bcd", "cde"]), found)
x = (w := 3) + w
print(x, w)
print({k: (sq := k * k) for k in range(3)}, sq)
lam = lambda: (q := 5) + q
print(lam(), "q" in globals())
print(f((p := 2)), p, [1, 2, 3][(i := 1):], i)
