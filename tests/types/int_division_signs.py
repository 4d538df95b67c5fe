# // and % and divmod for all sign combinations; true division.
for a in (7, -7, 6, -6, 0, 1, -1):
    for b in (3, -3, 2, -2, 1, -1):
        print((a // b, a % b), end=" ")
        assert divmod(a, b) == (a // b, a % b)
    print()
print(divmod(10 ** 30, -7), divmod(-10 ** 30, 7), divmod(-10 ** 30, -7), divmod(5, 10 ** 30),
      divmod(-5, 10 ** 30))
print(divmod(10 ** 30, 10 ** 15 + 1), -10 ** 30 // 10 ** 29, -10 ** 30 % (10 ** 29 + 1))
print(7 / 2, -7 / 2, 1 / 4, 2 ** 100 / 2 ** 96, 10 ** 400 / 10 ** 399, 2 ** 1000 / 2 ** 990, 0 / 5,
      -0 / 5)
print((2 ** 60 + 1) / 2 ** 60, 1 / 2 ** 100 == 2.0 ** -100, 3 / 10 ** 25, (2 ** 64 - 1) / 2 ** 64, 1 / 10 ** 400)
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 10 ** 30 // 0,
          lambda: 10 ** 30 % 0, lambda: 0 / 0, lambda: pow(2, 3, 0), lambda: 10 ** 400 / 3,
          lambda: 0 ** -1):
    try:
        print(f())
    except (ZeroDivisionError, OverflowError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()
print(True // 1, False % 2, 7 // True, -(-7 // 2), -2 ** 63 // -1, (-2 ** 31) // -1, -2 ** 62 // -1)
