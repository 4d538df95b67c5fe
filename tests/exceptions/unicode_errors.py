# UnicodeEncodeError and UnicodeDecodeError: fields, text, construction.
for f in (lambda: "aé".encode("ascii"), lambda: b"a\xff".decode("ascii"),
          lambda: b"ab\xff".decode("utf-8"), lambda: "日本".encode("latin-1"),
          lambda: "\udc80".encode("utf-8"), lambda: b"\xe6\x97".decode("utf-8")):
    try:
        f()
    except UnicodeError as e:
        print(type(e).__name__, e.encoding, e.start, e.end, e.reason, isinstance(e, ValueError),
              len(e.args))
try:
    "x\xe9y".encode("ascii")
except UnicodeEncodeError as e:
    print(e, e.object)
try:
    b"x\xe9y".decode("utf-8")
except UnicodeDecodeError as e:
    print(e, e.object)
e = UnicodeEncodeError("codec", "obj", 1, 2, "reason")
print(e, repr(e), e.args)
e = UnicodeDecodeError("codec", b"obj", 0, 3, "reason")
print(e, e.object)
for a in ((), ("a",), ("a", "b", "c", 1, "d"), (1, "b", 1, 1, "d")):
    try:
        UnicodeEncodeError(*a)
    except TypeError:
        print("TypeError", end=" ")
print()
try:
    raise UnicodeError("plain")
except ValueError as e:
    print(repr(e))
print("é".encode("ascii", "ignore"), b"\xffa".decode("ascii", "replace") == "\ufffda",
      [c.__name__ for c in UnicodeDecodeError.__mro__[1:4]])
