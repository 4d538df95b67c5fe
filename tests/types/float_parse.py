# float() of strings and other values; literals round correctly.
for s in ("1", "-1.5", "+.5", "1.", "  3.5\n", "1e3", "1E-3", "1e+3", "1_000.5", "inf", "-Infinity",
          "+INF", "nan", "-NaN",
          "1e400", "-1e400", "1e-400", "0.1", "123456789012345678901234567890", "4.9e-324",
          "2.4e-324", "2.5e-324",
          "1.7976931348623158e308", "1.7976931348623159e308", "9007199254740993",
          "9007199254740992.9999999",
          "0." + "0" * 50 + "1", "1" + "0" * 50, "1e0000000000001", "0e999999",
          "1.00000000000000011102230246251565",
          "1.00000000000000011102230246251566", "2.2250738585072011e-308",
          "6.2230152778611417071440640537801e-37"):
    print(float(s), end=" ")
print()
for s in ("", " ", ".", "e5", "1e", "1e+", "--1", "1 2", "0x10", "1__0", "_1", "1_", "1._5", "infx",
          "1,5", "1\0", "None", "1e1.5"):
    try:
        print(s, float(s))
    except ValueError as e:
        print(e)
for v in (None, [], 1j, object):
    try:
        float(v)
    except TypeError as e:
        print("TypeError", end=" ")
print()
print(float(), float(True), float(2 ** 70), float(b"2.5"), float(bytearray(b"1e2")), float(7))
try:
    float(10 ** 400)
except OverflowError as e:
    print(type(e).__name__)
print(float(2 ** 53 + 1), float(2 ** 54 + 3), float(2 ** 64 - 1), float(10 ** 22), float(10 ** 23),
      float(-3 ** 60))
