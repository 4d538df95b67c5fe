# bytes and bytearray constructors, repr, indexing, slicing, comparison, immutability.
print(bytes(), bytes(3), bytes([65, 66]), bytes(b"x"), bytes("é", "utf-8"), bytes(range(3)),
      bytes(bytearray(b"ba")), bytes(memoryview(b"mv")), bytes((1,)), bytes(i for i in (1, 2)))
class B:
    def __bytes__(self): return b"hook"
class I:
    def __index__(self): return 2
print(bytes(B()), bytes(I()), bytearray(I()), bytearray(b"a"), bytearray(), bytearray([1, 255]),
      bytearray("a", "ascii"))
print(repr(b"\x00\t\n\r\\'\"\x7f\x80a"), repr(b"'"), repr(bytearray(b'"\'')), str(b"s"), b"abc"[1],
      b"abc"[-1], b"abc"[1:], b"abc"[::-1], b"abc"[5:], list(b"ab"), b"" == b"")
print(b"a" + b"b", b"ab" * 2, b"a" < b"b", b"ab" > b"a", b"a" == bytearray(b"a"), b"a" == "a",
      b"a" != "a", hash(b"a") == hash(bytes([97])), {b"k": 1}[b"k"], len(b"\xff\0"), bool(b""))
print(type(b"a" + bytearray(b"b")).__name__, type(bytearray(b"a") + b"b").__name__, b"%s" % b"x",
      bytes(b"abc")[1:2], sorted(b"cab"), max(b"az"), sum(b"\x01\x02"), b"a" in b"ba")
for f in (lambda: bytes("a"), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1),
          lambda: bytes(["a"]), lambda: bytes(1.5), lambda: bytes(5, "utf-8"), lambda: bytes(None),
          lambda: b"a"[1], lambda: b"a".__getitem__("0"), lambda: b"a" + "b", lambda: b"a" < "b",
          lambda: bytes([1.5]), lambda: bytes(b"a", "utf-8"), lambda: bytearray([300]),
          lambda: b"a" * b"b"):
    try:
        print(f())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, end=" ")
print()
try:
    b"abc"[0] = 1
except TypeError as e:
    print(e)
a = b"x"
c = a
c += b"y"
print(a, c, a.__class__.__name__, bytes.__name__, b"z".__len__(), b"ab".__getitem__(0),
      b"q".__contains__(113))
