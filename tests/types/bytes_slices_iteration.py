# Indexing, slicing, iteration and membership of bytes and bytearray.
for b in (b"hello", bytearray(b"hello"), b"", bytes(range(250, 256))):
    n = len(b)
    print(n, list(b), b[:2], b[2:], b[::-1], b[1:-1], b[-2:], b[10:], b[::2], list(reversed(b)))
    for s in range(-n - 1, n + 2):
        for e in range(-n - 1, n + 2):
            for k in (1, 2, -1, -3):
                assert list(b[s:e:k]) == list(b)[s:e:k]
b = b"abcabc"
print(97 in b, b"ca" in b, b"" in b, 0 in b, b"x" in b, [i for i, c in enumerate(b) if c == 98])
print(max(b), min(b), sorted(b), set(b) == {97, 98, 99}, sum(b), dict.fromkeys(b), tuple(b),
      bytes(sorted(b)))
for k in (6, -7, "0", 1.0, None, 10 ** 20):
    try:
        b[k]
    except (IndexError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
for bad in (256, -1, "a", None):
    try:
        print(bad in b)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
x, y, *z = b
print(x, y, z, b[0:1] == b"a", b[0] == 97, bytes([b[0]]), b[slice(1, 3)], *b[:2])
