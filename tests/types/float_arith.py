# Float arithmetic: division, floor division, modulo, powers, signs of zero.
for a in (7.5, -7.5):
    for b in (2.0, -2.0):
        print(a // b, a % b, divmod(a, b), a / b, end=" | ")
print()
print(5.5 // 1, -0.5 // 1, 1e20 // 1, 0.0 // 5, -0.0 // 5, 3 % 1.5, -1e-20 % 1.0,
      6.0 % -3.0, 0.0 % -3.0)
inf, nan = float("inf"), float("nan")
print(inf + 1, inf - inf, inf * 0, inf * -1, 1 / inf, -1 / inf, inf / inf, inf // 1, 5 % inf,
      -5 % inf, inf % 5, nan + 1, 5 // inf)
print(inf > 1e38, -inf < 0, nan < 1, nan > 1, nan == nan, nan != nan, inf == inf, max(1, nan),
      min(nan, 1))
print(2.0 ** 3, 4.0 ** 0.5, (-8.0) ** 3, 0.0 ** 0, inf ** 0, nan ** 0, 1 ** nan,
      0.5 ** inf, 2.0 ** -inf, (-1.0) ** inf)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0),
          lambda: 0.0 ** -1, lambda: 1e30 ** 20,
          lambda: 1.0 / 0.0, lambda: 0.0 / 0.0):
    try:
        print(f())
    except (ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()
print(1e308 + 1e308, 1e308 * 10, 1e-30 / 1e300, -0.0, 0.0 * -1, -0.0 + 0.0, -0.0 == 0.0, abs(-0.0),
      str(-0.0)[0])
print(0.5 + 0.75, 1.5 * 3, 1e16 + 1, 3.0 - 2, 2 * 1.5, 1 + 1.0, 7 // 2.0, 7 % 2.5,
      -7.0 // 2)
print((1 - 0.875) * 10, 0.125 * 3 == 0.375, 2.5 / 5, 1e3 - 0.25, -(2.5), +(2.5), abs(-2.5), True + 0.5,
      10 ** 20 + 0.5)
