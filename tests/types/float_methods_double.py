# hex() and as_integer_ratio() of doubles.
print((1.0).hex(), (0.1).hex(), (-3.75).hex(), (0.0).hex(), (5e-324).hex(), (1e300).hex())
print((0.1).as_integer_ratio(), (1e20).as_integer_ratio(), float.fromhex("0x1p-1074"))
print((1e300).is_integer(), hash(1e300) == hash(int(1e300)))
for v in (0.1, 1e-300, 1e300, 5e-324):
    assert float.fromhex(v.hex()) == v
