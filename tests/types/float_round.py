# round() of floats and ints: half to even, digits, negative digits, result types.
for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 2.675, 1e16, 1e20, -2.5, 0.49999999999999994,
          4503599627370497.5):
    print(round(v), end=" ")
print()
print(round(2.675, 2), round(1.005, 2), round(2.5, 0), round(-0.4), round(-0.4, 0),
      round(1234.5678, -2), round(1250.0, -2))
print(round(1.25, 1), round(1.35, 1), round(0.15, 1), round(5e-324, 3), round(1e300, 5),
      round(1.5e300, -300), round(12.3456, 10))
print(round(5), round(15, -1), round(25, -1), round(-15, -1), round(1234567, -3), round(55, -2),
      round(5, 3), round(10 ** 20 + 5, -1))
print(type(round(2.5)).__name__, type(round(2.5, 0)).__name__, type(round(2.5, None)).__name__,
      type(round(7, 1)).__name__, round(True))
print(round(12345.6789, 3), round(0.1 + 0.2, 15), round(1e-10, 9), round(123.0, 400),
      round(123.0, -400), round(number=2.5, ndigits=1))
for v, *n in ((float("inf"),), (float("nan"),), (1.5, 1.0), ("a",), (1.5, "2"), (None,)):
    try:
        print(round(v, *n))
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
print(round(float("inf"), 2), round(float("nan"), 1), round(1.7976931348623157e308, -10) > 1e308)
print(int(2.9), int(-2.9), int(1e18), int(-1e25), (2.5).__round__(), (2.5).__trunc__(),
      (-2.5).__floor__(), (2.1).__ceil__())
