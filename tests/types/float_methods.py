# is_integer, as_integer_ratio, hex, fromhex, conjugate, real, imag.
print((2.0).is_integer(), (2.5).is_integer(), (1e30).is_integer(), float("inf").is_integer(),
      (-0.0).is_integer())
print((0.5).as_integer_ratio(), (0.375).as_integer_ratio(), (-2.75).as_integer_ratio(),
      (2.0 ** 70).as_integer_ratio(), (0.0).as_integer_ratio())
print((0.0).hex(), float("inf").hex(), (-0.0).hex())
print(float.fromhex("0x1.8p1"), float.fromhex("-0x.8"), float.fromhex("ff"),
      float.fromhex("0x1p-100") == 2.0 ** -100, float.fromhex(" nan "), float.fromhex("inf"))
for f in (lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio(),
          lambda: float.fromhex("xyz"),
          lambda: float.fromhex("0x1p5000"), lambda: float.fromhex("")):
    try:
        f()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()
print((1.5).real, (1.5).imag, (1.5).conjugate(), (1.5).__int__(), (1.5).__bool__(),
      (0.0).__bool__(), (2.5).__neg__())
for v in (0.1, 1.5, -2.25, 1e-30, 123456.789, 2.0 ** 80):
    assert float.fromhex(v.hex()) == v
    n, d = v.as_integer_ratio()
    assert n / d == v
print(hash(0.5) == hash(float("0.5")), hash(1e30) == hash(int(1e30)),
      hash(float("inf")) == hash(float("inf")), float.__name__)
