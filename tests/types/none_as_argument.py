# Errors of arguments say None, those of operands NoneType.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: "a".replace(None, "x"))
attempt(lambda: "a".replace("x", None))
attempt(lambda: "a".encode(None))
attempt(lambda: "a".encode("utf8", None))
attempt(lambda: "a".removeprefix(None))
attempt(lambda: b"a".decode(None))
attempt(lambda: b"a".center(4, None))
attempt(lambda: int.from_bytes(b"a", None))
attempt(lambda: (5).to_bytes(2, None))
attempt(lambda: str(b"a", None))
attempt(lambda: bytes("a", None))
attempt(lambda: compile("", "a", None))
attempt(lambda: format(1, None))
attempt(lambda: (1).__format__(None))
attempt(lambda: "".maketrans("a", None))
attempt(lambda: type(None, (), {}))
attempt(lambda: type("a", None, {}))
attempt(lambda: type("a", (), None))
attempt(lambda: "a" + None)
attempt(lambda: "a".join([None]))
attempt(lambda: "a".center(4, None))
attempt(lambda: ExceptionGroup(None, [ValueError()]))
attempt(lambda: ExceptionGroup("a", {}))
attempt(lambda: ExceptionGroup("a", {1: 2}))
attempt(lambda: delattr(ValueError(), "__cause__"))
attempt(lambda: delattr(ValueError(), "__context__"))
