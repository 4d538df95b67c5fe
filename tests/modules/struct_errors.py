# struct.error and other errors; numbers with __index__; the Struct class.
import struct
class I:
    def __index__(self): return 7
print(struct.pack("<hB", I(), I()), issubclass(struct.error, Exception))
cases = [("b", 128), ("b", -129), ("B", -1), ("B", 256), ("h", 2 ** 15), ("H", -1), ("i", 2 ** 31),
         ("I", 2 ** 32), ("q", 2 ** 63), ("Q", -1), ("Q", 2 ** 64), ("b", 1.0), ("b", "a"),
         ("i", None), ("f", "x"), ("d", None), ("c", b"ab"), ("c", "a"), ("c", 5), ("s", "a"),
         ("3s", 5), ("p", "x"), ("e", 1e10)]
for f, v in cases:
    try:
        print(struct.pack("<" + f, v))
    except (struct.error, OverflowError, TypeError) as e:
        print(f, v, "struct.error" if isinstance(e, struct.error) else type(e).__name__, end="; ")
print()
for f in (lambda: struct.pack("<h"), lambda: struct.pack("<h", 1, 2),
          lambda: struct.unpack("<h", b"a"), lambda: struct.unpack("<h", b"abc"),
          lambda: struct.calcsize("z"), lambda: struct.calcsize("5"), lambda: struct.calcsize("<P"),
          lambda: struct.unpack_from("<i", b"abc"),
          lambda: struct.unpack_from("<h", b"abcd", 3),
          lambda: struct.unpack_from("<h", b"abcd", -5),
          lambda: struct.pack_into("<h", bytearray(1), 0, 5),
          lambda: struct.pack_into("<h", bytearray(4), 3, 5),
          lambda: list(struct.iter_unpack("<h", b"abc")), lambda: struct.calcsize("h<"),
          lambda: struct.pack("<hh", 1)):
    try:
        print(f())
    except struct.error:
        print("error", end=" ")
print()
for f in (lambda: struct.pack_into("<h", b"abcd", 0, 1), lambda: struct.unpack("<h", "ab"),
          lambda: struct.pack(5), lambda: struct.calcsize(), lambda: struct.unpack("<h", None),
          lambda: struct.pack_into("<h", bytearray(4))):
    try:
        print(f())
    except (TypeError, struct.error) as e:
        print("refused", end=" ")
print()
s = struct.Struct("<hI")
print(s.size, s.pack(1, 2), s.unpack(b"\1\0\2\0\0\0"), s.unpack_from(b"\0\1\0\2\0\0\0", 1),
      s.format in ("<hI", b"<hI"), list(s.iter_unpack(b"\1\0\2\0\0\0")))
