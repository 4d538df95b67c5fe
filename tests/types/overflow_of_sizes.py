# Sizes that no memory could have, and arguments that CPython takes as a C int.
import sys

BIG = sys.maxsize


def attempt(f, *args):
    try:
        r = f(*args)
        print(r if len(repr(r)) < 100 else len(r))
    except OverflowError as e:
        print("OverflowError", e)
    except MemoryError:
        print("MemoryError")


def in_place(x, n):
    x *= n
    return x


for x in "ab", "a\u00e9", b"ab", bytearray(b"ab"), [1, 2], (1, 2):
    for n in BIG, BIG // 2 + 1:
        attempt(lambda: x * n)
        attempt(lambda: n * x)
        attempt(in_place, x, n)
for n in 2 ** 31 - 1, 2 ** 31, -2 ** 31, -2 ** 31 - 1, 10 ** 30:
    for x in b"abc", bytearray(b"abc"), memoryview(b"abc"):
        attempt(lambda: x.hex("-", n))
    attempt(lambda: "abc".expandtabs(n))
    attempt(lambda: b"abc".expandtabs(n))
    attempt(lambda: object().__reduce_ex__(n) and 1) if n < 0 or n > 2 ** 31 - 1 else None
