# Integer arithmetic around the limits of small and word-sized ints.
edges = [0, 1, -1, 2 ** 30 - 1, 2 ** 30, -2 ** 30, -2 ** 30 - 1, 2 ** 31 - 1, 2 ** 31, -2 ** 31,
         2 ** 62 - 1, 2 ** 62, -2 ** 62, -2 ** 62 - 1, 2 ** 63 - 1, 2 ** 63, -2 ** 63, -2 ** 63 - 1]
for e in edges:
    print(e, e + 1, e - 1, -e, abs(e), ~e, e * 2, e * -1, e == -(-e))
print([a * a for a in edges])
acc = 0
for a in edges:
    for b in edges:
        acc = (acc * 31 + (a + b) * 3 + (a - b) * 5 + a * b) % (2 ** 89 - 1)
        assert a + b - b == a and (a - b) + b == a
        assert (a < b) == (b > a) == (a - b < 0)
        if b:
            assert a // b * b + a % b == a
            assert (a * b) // b == a
print(acc)
x = 1
for i in range(70):
    x = x * 2 + 1
print(x, x >> 60)
n = 2 ** 62
n += 2 ** 62
print(n, n - 2 ** 62 == 2 ** 62, -2 ** 62 - 1 + 1)
