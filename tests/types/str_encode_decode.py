# encode and decode with the usual codecs and error handlers.
s = "aé日\U0001F600"
print(s.encode(), s.encode("utf-8").decode(), s.encode("UTF8") == s.encode(), "abc".encode("ascii"),
      "é".encode("latin-1"), bytes("é", "utf-8"))
print(s.encode("ascii", "ignore"), s.encode("ascii", "replace"),
      s.encode("ascii", "backslashreplace"), s.encode("ascii", "xmlcharrefreplace"),
      "é日".encode("latin-1", "replace"))
for b in (b"a\xffb", b"\xc3", b"\xc3(", b"\xe6\x97", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
          b"\xc0\x80", b"\x80", b"ok\xf0\x9f\x98"):
    print(b, b.decode("utf-8", "ignore"), ascii(b.decode("utf-8", "replace")),
          b.decode("utf-8", "backslashreplace"), end=" ")
    try:
        b.decode()
    except UnicodeDecodeError as e:
        print(e.encoding, e.start, e.end, e.reason)
for f in (lambda: s.encode("ascii"), lambda: "日".encode("latin-1"), lambda: b"\xe9".decode("ascii"),
          lambda: "\ud800".encode(), lambda: "a".encode("no-such"),
          lambda: b"a".decode("no-such"), lambda: s.encode("ascii", "no-such-handler"),
          lambda: "a".encode(5), lambda: str(b"\xff", "utf-8")):
    try:
        print(f())
    except (UnicodeError, LookupError, TypeError) as e:
        print(type(e).__name__)
try:
    "abcé日x".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, "|", e)
print(str(b"abc", "utf-8"), str(b"\xe9", "latin-1"), bytearray("é", "utf8"),
      b"caf\xc3\xa9".decode(encoding="utf-8", errors="strict"), b"".decode(), "".encode())
print(bytes(range(256)).decode("latin-1").encode("latin-1") == bytes(range(256)),
      str(memoryview(b"mv"), "ascii"), str(b"x"), "a\0b".encode())
# names with a NUL
for f in (lambda n: "a".encode(n), lambda n: b"a".decode(n), lambda n: str(b"a", n), lambda n: bytes("a", n), lambda n: bytearray("a", n),
          lambda n: "a".encode("ascii", n), lambda n: b"".decode("ascii", n), lambda n: str(b"", "ascii", n), lambda n: bytes("", "ascii", n), lambda n: bytes(1, n), lambda n: bytes(1, "ascii", n),
          lambda n: bytearray(1, n), lambda n: str(1, n), lambda n: str("a", n), lambda n: open("none", encoding=n), lambda n: open("none", errors=n)):
    for n in "utf-8\0", "\0", 5:
        try: print(f(n))
        except (ValueError, TypeError, LookupError) as e: print(type(e).__name__, e)
