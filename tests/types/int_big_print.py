# Printing and reading large integers.
print(10 ** 50, -10 ** 50, 2 ** 200, 3 ** 150)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(60))
print(fact(100))
print(str(7 ** 400)[:20], len(str(7 ** 400)), str(7 ** 400)[-20:], len(str(2 ** 10000)))
print(int("9" * 100) + 1 == 10 ** 100, int("-" + "1" * 60), repr(2 ** 64), "%d" % 2 ** 5)
print(sum(int(c) for c in str(2 ** 1000)), hex(2 ** 100 - 1), oct(8 ** 30), bin(2 ** 70)[:10])
print(1000000000, 999999999, 10 ** 9, 10 ** 18, 10 ** 18 - 1, 10 ** 19, 10 ** 27 + 1)
a, b = 0, 1
for _ in range(300):
    a, b = b, a + b
print(a)
for n in (1, 9, 10, 17, 18, 19, 27, 28, 36, 37, 38, 39, 77, 78):
    v = 10 ** n
    assert str(v) == "1" + "0" * n and str(v - 1) == "9" * n and str(-v) == "-1" + "0" * n
    assert int(str(v)) == v and int("0" * 50 + str(v - 1)) == v - 1
print(f"{10 ** 30:,} {-10 ** 30:_} {2 ** 70:x} {2 ** 70:>30} {2 ** 70:b}")
print("%x %o %s %r %i" % (2 ** 65, 2 ** 65, 2 ** 65, -2 ** 65, 10 ** 20))
