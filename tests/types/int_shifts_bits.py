# Shifts and bit operations on negative and large integers.
for a in (0, 1, -1, 5, -5, 255, -256, 2 ** 62, -2 ** 62, 2 ** 64 + 1, -2 ** 64 - 1, 2 ** 100 - 1,
          -2 ** 100):
    print(a << 0, a << 1, a >> 1, a >> 63, a >> 200, ~a, a & 0xff, a | 1, a ^ -1)
print(1 << 64, 1 << 100 >> 99, -1 << 65, -1 >> 65, 0 << 10 ** 6, (1 << 31) - 1, 1 << 31, 1 << 62,
      1 << 63)
big = 2 ** 80 + 2 ** 40 + 5
for b in (0, 1, -1, 7, -8, 2 ** 70, -2 ** 70, big, -big):
    print(big & b, big | b, big ^ b, -big & b, -big | b, -big ^ b)
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: big << -5, lambda: 0 << -1):
    try:
        f()
    except ValueError as e:
        print(e)
for f in (lambda: 1 << 1.0, lambda: 1.0 >> 1, lambda: 1 & 1.0, lambda: "a" << 1, lambda: ~1.5):
    try:
        f()
    except TypeError as e:
        print(type(e).__name__, end=" ")
print()
print(True & True, True | 2, True ^ True, type(True & 1).__name__, type(True & False).__name__,
      5 & ~1)
print(sum(1 << i for i in range(0, 100, 7)), [(-13) >> i for i in range(6)], 1 >> 2 ** 70,
      -1 >> 2 ** 70)
