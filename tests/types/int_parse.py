# int() of strings in all bases, with prefixes, underscores, spaces, and its errors.
print(int("0"), int("-5"), int("+7"), int("  42\n"), int("1_000"), int("007"), int("-0"),
      int("٣"))
print(int("ff", 16), int("0xff", 16), int("0XFF", 0), int("0b101", 0), int("0o17", 0),
      int("101", 2), int("0b1", 2))
print(int("z", 36), int("Zz", 36), int("0b1", 16), int("10", 7), int("-0x1F", 16), int(" 0o7 ", 8),
      int("0", 0), int("00", 0))
print(int(b"12"), int(bytearray(b"-3")), int(b"ff", 16), int("1" * 50), int("f" * 30, 16),
      int("0x_ff", 0), int("1_2_3", 5))
for s, *b in (("",), ("-",), ("+",), (" ",), ("1 2",), ("0x10",), ("1__0",), ("_1",), ("1_",),
              ("abc",), ("1.5",), ("1e3",),
              ("8", 8), ("2", 2), ("g", 16), ("012", 0), ("0x", 16), ("0b2", 0), ("--1",), ("1L",),
              ("\u00b2",), ("1\0",),
              ("9", 1), ("9", 37), ("9", -1), ("zz", 35)):
    try:
        print(s, b, int(s, *b))
    except ValueError as e:
        print("ValueError", e)
for a in ((None,), ([],), (1, 2), (1.5, 10), ("1", 2.0), ("1", "2"), (1j,), ()):
    try:
        print(int(*a))
    except TypeError as e:
        print(a, "TypeError")
print(int(3.99), int(-3.99), int(2.0 ** 70), int(True), int(-0.5), int(2 ** 70), int("10", base=2))
for v in (float("inf"), float("nan"), -float("inf")):
    try:
        int(v)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
