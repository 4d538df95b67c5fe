# struct: every format in both byte orders, repeat counts, padding, strings.
import struct
for f, v in (("b", -1), ("B", 255), ("h", -2), ("H", 65535), ("i", -3), ("I", 4294967295),
             ("l", -4), ("L", 5), ("q", -2 ** 63), ("Q", 2 ** 64 - 1), ("f", 1.5), ("d", -0.375),
             ("?", True), ("c", b"x"), ("e", 0.5)):
    for o in "<>!=":
        p = struct.pack(o + f, v)
        assert struct.unpack(o + f, p) == (v,)
        if o in "<>": print(o + f, p, struct.calcsize(o + f), end=" ")
    print()
print(struct.pack("<3s5sp4p", b"abcd", b"ab", b"", b"pascal"), struct.unpack("<3s2s", b"abcde"),
      struct.unpack("4p", b"\x02abc"), struct.pack("<0s1s", b"zz", b"q"))
print(struct.pack("<2h3B", 1, 2, 3, 4, 5), struct.unpack(">2h", b"\0\1\0\2"),
      struct.pack("<bxh2xb", 1, 2, 3), struct.unpack("<bxh", b"\1\0\2\0"),
      struct.calcsize("<bxh2xb"), struct.calcsize("<10x"))
print(struct.calcsize("@bh"), struct.calcsize("@bi"), struct.calcsize("=bi"),
      struct.calcsize("@ib"), struct.calcsize("@i0q") % 4, struct.calcsize(""), struct.pack(""),
      struct.unpack("", b""), struct.calcsize("< h i "), struct.pack("< 2h", 1, 2))
print(struct.pack("<0h"), struct.unpack("<0h", b""), struct.pack("<???", 0, 5, []),
      struct.unpack("<??", b"\0\5"), struct.pack("<3c", b"a", b"b", b"c"),
      struct.unpack("3c", b"abc"))
b = bytearray(10)
struct.pack_into("<hB", b, 2, -1, 7)
struct.pack_into(">I", b, -4, 0x01020304)
print(b, struct.unpack_from("<hB", b, 2), struct.unpack_from(">I", b, -4),
      struct.unpack_from("<H", memoryview(b)[2:]), list(struct.iter_unpack("<HB", b"\1\0\2\3\0\4")))
print(struct.unpack("<f", b"\0\0\x80\x7f"), struct.unpack("<d", struct.pack("<d", float("-inf"))),
      struct.unpack("<f", struct.pack("<f", 0.1))[0] - 0.1 < 1e-8, struct.unpack("<e", b"\0\x3c"),
      struct.pack("<f", -0.0), struct.unpack(">d", b"\x7f\xf8" + b"\0" * 6))
print(struct.pack(b"<h", 5), struct.unpack("<h", bytearray(b"\5\0")), struct.pack("<q", True),
      struct.pack("<i", -2 ** 31), struct.pack("<Q", 2 ** 63))
