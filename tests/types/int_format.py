# format() of integers: all types, flags, grouping, alignment, errors.
for spec in ("", "d", "5d", "05d", "<5d", ">5d", "^5d", "=5d", "+d", " d", "-d", "+05d", "*^7d",
             "x", "X", "#x", "#X", "#010x",
             "b", "#b", "o", "#o", "08b", ",", "_", "_x", "_b", "+,", "n", "e",
             ".2e", "f", ".1f", "g", "%",
             "10", "<10", "^10", "=+10", "0=6", "x<6", "0>6", "08,", "012_d", "#_b"):
    print(spec, [format(v, spec) for v in (0, 42, -42, 1234560)])
print(format(65, "c"), format(8364, "c"), format(65, ">3c"), format(2 ** 70, ","),
      format(-2 ** 70, "_x"), format(10 ** 30, "e"))
print(f"{10:#b} {10:#o} {255:#X} {-255:#x} {True:d} {True} {5:>{3}}|{5:{'<'}3}|")
for spec in ("s", "q", ".2d", "5.", "#c", "+c", ",x", "_c", ",b", "--d", "05s", "d5", ",_", "_,"):
    try:
        print(spec, format(5, spec))
    except ValueError as e:
        print(spec, "ValueError")
for v in (-1, 0x110000):
    try:
        format(v, "c")
    except (OverflowError, ValueError) as e:
        print(type(e).__name__)
print(hex(0), hex(-255), oct(-8), bin(-5), bin(0), hex(2 ** 64), oct(2 ** 65), bin(2 ** 65 + 1))
print(str(-0), repr(10 ** 3), "{:d}{:3d}".format(1, 2), "%5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5))
