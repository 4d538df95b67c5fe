# int.from_bytes() asks __bytes__ before it looks at the object's own contents.
class Text(bytes):
    def __bytes__(self):
        print("__bytes__")
        return b"\x05"


class Array(bytearray):
    def __bytes__(self):
        print("__bytes__")
        return b"\x06"


class Numbers(list):
    def __bytes__(self):
        print("__bytes__")
        return b"\x07"


class Plain(bytes):
    pass


class Wrong:
    def __bytes__(self):
        return "text"


class Failing(bytes):
    def __bytes__(self):
        raise KeyError("no")


for source in Text(b"\x01"), Array(b"\x01"), Numbers([1]), Plain(b"\x01"), Wrong(), Failing(b"1"), [1, 2], bytearray(b"\x02"):
    try:
        print(int.from_bytes(source, "big"))
    except (TypeError, KeyError) as e:
        print(repr(e))
