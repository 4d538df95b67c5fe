# bytes() and bytearray() refuse a str before they ask its class for __index__, and bytes() asks __bytes__ before that.
class Index(str):
    def __index__(self):
        print("index")
        return 3


class Bytes(Index):
    def __bytes__(self):
        print("bytes")
        return b"b"


for make in bytes, bytearray:
    for text in Index("a"), Bytes("a"):
        for arguments in ((text,), (text, "ascii")):
            try:
                print(make(*arguments))
            except TypeError as e:
                print(e)
