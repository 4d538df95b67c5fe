# What bytes and bytearrays are made of, extended by, compared and formatted with.
class Empty:
    pass


class NoIter:
    __iter__ = None


class BadIter:
    def __iter__(self):
        return 5


class Bytes:
    def __bytes__(self):
        return b"q"


class Number:
    def __int__(self):
        return 3


class Told:
    def __iter__(self):
        print("iter")
        return iter([1, 2])

    def __len__(self):
        print("len")
        return 2


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def assigned(v):
    b = bytearray(b"xyz")
    b[0:1] = v
    return b


def extended(v):
    b = bytearray(b"xyz")
    b.extend(v)
    return b


for v in (Empty(), NoIter(), BadIter(), Bytes(), Number(), Told(), 1.5, 1j, None, int, print, [1], {}):
    attempt(lambda: bytes(v))
    attempt(lambda: bytearray(v))
    attempt(lambda: assigned(v))
    attempt(lambda: extended(v))
    attempt(lambda: b"".join(v))
    attempt(lambda: "".join(v))
    attempt(lambda: b"xyz" % v)
attempt(lambda: assigned("a"))
attempt(lambda: b"xyz" % "a")
attempt(lambda: "xyz" % int)
attempt(lambda: "%(a)s" % int)
attempt(lambda: "xyz" % b"")

view = memoryview(b"abd")
print(bytearray(b"abc") < view, view > bytearray(b"abc"), bytearray(b"abd") == view, bytearray() >= view[:0])
attempt(lambda: b"abc" < view)
attempt(lambda: bytearray() < "")
