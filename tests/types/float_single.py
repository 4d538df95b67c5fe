# Single floats: shortest digits that round-trip, limits, exact values shown by formats.
for v in (0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e10, 16777216.0, 1e16, 1e-5, 3.4028235e38, 1e39, 1e-45,
          1e-46, 1.17549435e-38, 123456.789, 9.999999e20):
    print(v, end=" ")
    assert v == float(repr(v))
print()
print(f"{0.1:.20f} {1 / 3:.9g} {1e20:.0f} {2 ** 0.5:.7f} {1e38:e}", (0.1).hex(), (0.1).as_integer_ratio())
print(2 ** 24 + 1 == float(2 ** 24 + 1), 2 ** 24 == 2.0 ** 24, int(1e10), round(2.675, 2), 1e38 * 10)
for f in (lambda: float(10 ** 39), lambda: 1e38 ** 2, lambda: 10 ** 39 / 3, lambda: int(1e39)):
    try:
        print(f())
    except OverflowError as e:
        print(e)
