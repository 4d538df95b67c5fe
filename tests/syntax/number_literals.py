# Integer, float and imaginary literals in every notation.
print(0, 00, 0_0, 1_000_000, 0xFF, 0Xff, 0b1010, 0B1_0, 0o17, 0O7_7, 0x_dead_BEEF)
print(1.0, 1., .5, 1e3, 1E3, 1e+3, 1e-3, 1_0.0_1, 1.e2, .5e1, 00.5, 09.5, 0e0, 08e1)
print(1j, 1J, 1.5j, 1e2j, 0j, 1_0j, .5j, 3 + 4j)
print(123456789012345678901234567890, 0xffffffffffffffffffffffff, 0b1 + 0o1 + 0x1)
print(2 .real, 2..real, 1.5.is_integer(), (5).bit_length(), 1_000 .imag, 1.0.__class__.__name__)
print(-1, +1, ~0, - - 1, 1--1, -1e400, 1e400)
print(2147483647, 2147483648, 4294967296, 9223372036854775807, 9223372036854775808)
print(-1073741824, 1073741823, -2147483648, -9223372036854775808, 4611686018427387904)
for bad in ("1_", "_1 + 1", "1__0", "0x", "0b2", "0o8", "1e", "0xg", "012", "1_.0", "1._0", "0_7",
            "1e_1", "0b", "1a", "1.5abc", "0b12", "1__000.5"):
    try:
        print(bad, eval(bad, {}))
    except (SyntaxError, NameError) as e:
        print(bad, type(e).__name__)
