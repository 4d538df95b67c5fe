# A mapping that served %(key)s serves no other directive; sequences of them are fine.
def attempt(f):
    try:
        print(repr(f()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


attempt(lambda: "%(a)s %(a)s" % {"a": 1})
attempt(lambda: "%(a)s %s" % {"a": 1})
attempt(lambda: "%s %(a)s" % {"a": 1})
attempt(lambda: "%s" % {"a": 1})
attempt(lambda: "%(a)s %%" % {"a": 1})


class R:
    def __repr__(self):
        return S("a subclass")


class S(str):
    pass


attempt(lambda: "%r %s %a" % (R(), R(), R()))
attempt(lambda: b"\xff".decode("utf8\0x"))
attempt(lambda: "a".encode("utf8", "strict\0"))
