# bit_length, bit_count, to_bytes, from_bytes, as_integer_ratio, conjugate, real, imag.
for n in (0, 1, -1, 255, 256, -256, 2 ** 31, 2 ** 64 - 1, 2 ** 64, -2 ** 100):
    print(n.bit_length(), n.bit_count(), end=" | ")
print()
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (0).to_bytes(0, "big"),
      (0).to_bytes(3, "big"))
print((-1).to_bytes(2, "big", signed=True), (-128).to_bytes(1, "little", signed=True),
      (5).to_bytes())
print((2 ** 100).to_bytes(13, "little"), (-2 ** 70).to_bytes(9, "big", signed=True),
      (255).to_bytes(length=2, byteorder="big"))
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"),
      int.from_bytes(b"", "big"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"\xff" * 20, "big"),
      int.from_bytes(b"\xff" * 20, "little", signed=True), int.from_bytes([1, 0], "big"),
      int.from_bytes(bytearray(b"\x80")))
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"),
          lambda: (128).to_bytes(1, "big", signed=True),
          lambda: (-129).to_bytes(1, "big", signed=True), lambda: (1).to_bytes(0, "big"),
          lambda: (1).to_bytes(-1, "big"),
          lambda: (1).to_bytes(1, "middle"), lambda: int.from_bytes("ab", "big"),
          lambda: int.from_bytes(b"a", "x"),
          lambda: (1).to_bytes(1.0, "big"), lambda: int.from_bytes([256], "big")):
    try:
        print(f())
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
print((6).as_integer_ratio(), (-4).conjugate(), (7).real, (7).imag, (7).numerator, (7).denominator)
print(int.__name__, int(), int.real.__get__(5), (3).__class__, (10).__index__(), (-5).__abs__(),
      (5).__bool__())
for n in range(-300, 300, 37):
    for s in (False, True):
        if s or n >= 0:
            assert int.from_bytes(n.to_bytes(2, "little", signed=s), "little", signed=s) == n
