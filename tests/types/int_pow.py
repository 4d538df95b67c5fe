# ** and pow, two and three arguments, negative exponents, modular inverse.
print(2 ** 0, 0 ** 0, (-2) ** 3, (-2) ** 4, -2 ** 4, 2 ** 10, 10 ** 20, (-1) ** 1001, 1 ** 10 ** 10)
print(2 ** -1, (-2) ** -3, 8 ** -2, 9 ** 0.5, (-8) ** 2.0, 4 ** -0.5, 0 ** 5, 0.0 ** 0)
print(pow(2, 10), pow(2, 10, 1000), pow(-2, 3, 5), pow(2, 3, -5), pow(-2, 3, -5), pow(5, 0, 7),
      pow(5, 0, 1))
print(pow(3, -1, 7), pow(3, -2, 7), pow(10, -1, 17), pow(-3, -1, 7), pow(3, -1, -7))
print(pow(2, 1000, 10 ** 9 + 7), pow(3 ** 50, 2 ** 70, 10 ** 20 + 39), pow(7, 2 ** 200, 13),
      pow(10 ** 40, 3, 1))
print(pow(2, 10 ** 30, 97), pow(0, 0, 5), pow(0, 5, 7), pow(base=2, exp=5, mod=7))
for f in (lambda: pow(2, -1, 4), lambda: pow(0, -1, 7), lambda: 0 ** -1, lambda: pow(2, 3, 0),
          lambda: 0.0 ** -1,
          lambda: pow(2.0, 3, 5), lambda: pow(2, 3, 5.0), lambda: pow("a", 2), lambda: 2 ** "a",
          lambda: pow(2, -5, 0), lambda: pow(2), lambda: 10.0 ** 400):
    try:
        print(f())
    except (ValueError, TypeError, ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()
print((-8) ** (1 / 3) == complex(-8) ** (1 / 3), type((-1) ** 0.5).__name__, type(2 ** -1).__name__)
p = 2 ** 127 - 1
print(pow(3, p - 1, p), pow(12345678901234567890, -1, p) * 12345678901234567890 % p)
print(3 ** 200 % 10 ** 10 == pow(3, 200, 10 ** 10), (2 ** 64) ** 3 == 2 ** 192, (-3) ** 41)
