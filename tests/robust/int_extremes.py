# Arithmetic at the borders of machine words and far beyond.
lo, hi = -2 ** 63, 2 ** 63 - 1
print(lo // -1, -lo, abs(lo), lo * -1, lo % -1, divmod(lo, -1), hi + 1, lo - 1, lo * lo, hi * hi,
      -(1 << 62) // -1, (1 << 62) * 2)
print((-2 ** 31) // -1, -2 ** 30 - 1, -(-2 ** 30), (-2 ** 62) // -1, ~lo, ~hi, lo >> 63, lo >> 64,
      hi << 1, lo << 1, 1 << 63, -1 << 63)
for b in (62, 63, 64, 30, 31, 32):
    for d in (-1, 0, 1):
        v = (1 << b) + d
        assert v - d == 1 << b and -(-v) == v and int(str(v)) == v and int(str(-v)) == -v
        assert (v * v) // v == v and (v << 5) >> 5 == v and v + v == 2 * v
        assert hash(v) == hash(v + 0) and int(hex(v), 16) == v and v ^ v == 0 and (v & -v) > 0
        assert float(v) == float(str(v)) and sum([v] * 3) == 3 * v and [v][0] == v
        assert {v: 1}[v] == 1 and range(v, v + 2)[1] == v + 1
print(sum([2 ** 62, 2 ** 62, 2 ** 62]), sum([lo, lo]), sum([2 ** 70, 0.5]) == 2.0 ** 70, max(lo, hi),
      min(2 ** 64, -2 ** 64), pow(2, 64), 2 ** 64 % 10)
for f in (lambda: 1 << (1 << 70), lambda: pow(1, 1, 0), lambda: 2 ** 64 // 0, lambda: divmod(lo, 0),
          lambda: lo % 0, lambda: float(10 ** 400), lambda: int("9" * 10 + "x"), lambda: 1 << -1):
    try:
        f()
    except (MemoryError, OverflowError, ZeroDivisionError, ValueError) as e:
        print("refused", end=" ")
print()
print(round(2 ** 70, -5), round(-2 ** 63, -30), (2 ** 63).__round__(), int(-2.0 ** 65), int(2.0 ** 65),
      hi == float(hi), lo == float(lo), hash(lo) != 0)
n = 1
for i in range(1, 200): n = n * i % (2 ** 64 + 13)
print(n, (2 ** 64 + 1) ** 3 % 1000003, -7 // 2 ** 64, -7 % 2 ** 64, 7 // -2 ** 64)
