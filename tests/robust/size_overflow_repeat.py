# Requests of impossible sizes raise MemoryError or OverflowError and leave things usable.
def attempt(code):
    try:
        exec(code)
        print(code, "made it")
    except (MemoryError, OverflowError):
        print(code, "refused")
b, l = bytearray(b"ab"), [1, 2]
for code in ("'a' * 10 ** 18", "'ab' * (2 ** 63 - 1)", "b'a' * 10 ** 18", "[0] * 10 ** 18",
             "[0, 1] * 2 ** 62", "(1,) * 2 ** 61", "bytearray(10 ** 18)", "bytes(2 ** 62)",
             "'a' * 2 ** 100", "[1] * 2 ** 70", "bytearray(b'x') * 2 ** 63",
             "l *= 2 ** 61", "b *= 2 ** 62", "' '.ljust(2 ** 62)", "'x'.center(10 ** 18)",
             "'x'.zfill(2 ** 62)", "'%*d' % (2 ** 62, 1)", "(1).to_bytes(2 ** 62, 'big')",
             "'a'.replace('a', 'b' * 5).rjust(2 ** 63 - 1)",
             "bytes(10 ** 30)", "list(range(10 ** 18))", "tuple(range(2 ** 62))",
             "bytearray().extend(b'ab' * 2 ** 62)", "'\\t'.expandtabs(2 ** 62)",
             "l.extend([0] * 2 ** 61)", "1 << 2 ** 64", "b'x'.ljust(2 ** 62)"):
    attempt(code)
print(b, l, "a" * 5, [0] * 3, len("ab" * 10000))
for code in ("'' * 2 ** 30", "[] * 2 ** 30", "() * 10 ** 9", "b'' * 10 ** 9", "'a' * -2 ** 30",
             "'a' * -10 ** 30"):
    try:
        print(len(eval(code)), end=" ")
    except OverflowError:
        print("OverflowError", end=" ")
print()
