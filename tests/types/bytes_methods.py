# Methods of bytes: the same answers as for str, on bytes.
b = b"abracadabra"
print(b.find(b"bra"), b.rfind(b"a", 0, 10), b.index(b"c"), b.count(b"a"), b.find(97), b.count(98),
      b"bra" in b, 97 in b, b.startswith((b"x", b"ab")), b.endswith(b"ra"))
print(b.split(b"a"), b"a b  c".split(), b"a,b,c".rsplit(b",", 1), b"a\nb\r\nc".splitlines(),
      b"a=b".partition(b"="), b"a=b=c".rpartition(b"="), b",".join([b"x", bytearray(b"y")]))
print(b" a ".strip(), b"xax".lstrip(b"x"), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"),
      b.replace(b"a", b"o", 2), b"abc".replace(b"", b"-"),
      b"ab".translate(bytes(range(1, 256)) + b"\0"))
print(b"abc".translate(None, b"b"), b"aBc".upper(), b"ABC".lower(), b"a bc".title(),
      b"abc".capitalize(), b"aB".swapcase(), b"ab".center(6, b"*"), b"ab".ljust(4),
      b"ab".rjust(4, b"0"), b"-5".zfill(4))
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" \t".isspace(), b"AB".isupper(),
      b"ab".islower(), b"Ab".istitle(), b"\x80".isascii(), b"\xe9".isalpha(), b"a\tb".expandtabs(4))
print(b.hex(), b"\x01\xff".hex(":"), b"abcdef".hex("-", 2), bytes.fromhex("01 fF"),
      bytes.fromhex(""), bytes.maketrans(b"a", b"b")[97], b"\xc3\xa9".decode())
for f in (lambda: b.index(b"z"), lambda: b.find("a"), lambda: b.split(b""), lambda: b"".join(["a"]),
          lambda: b.replace(b"a", "b"), lambda: bytes.fromhex("1"),
          lambda: bytes.fromhex("zz"), lambda: "a" in b, lambda: 256 in b,
          lambda: b.startswith("a"), lambda: b.strip("a"), lambda: b.center(20, b"ab"),
          lambda: b.find(300)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
print(b"%d %s %x %r %a %c" % (5, b"s", 255, "é", "é", 65), b"%5d|%-5s|" % (1, b"a"),
      b"%(k)s" % {b"k": b"v"}, b"%b" % b"x", b"%.2f" % 1.5)
for f in (lambda: b"%s" % "str", lambda: b"%d" % b"1", lambda: b"%c" % 256):
    try:
        f()
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()
