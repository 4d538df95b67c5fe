# %c takes a text of one character, or a byte, as it is; of anything else it asks the __index__.
class Text(str):
    def __index__(self):
        return 65


class Data(bytes):
    def __index__(self):
        return 65


class Array(bytearray):
    def __index__(self):
        return 65


class Index:
    def __index__(self):
        return 66


for x in Text(), Text("b"), Text("bc"), Index(), 67, True, "d", "", "ef", Data(b"b"), 1.5, None:
    try:
        print("%c" % x, "%3c|" % x, "%-3c|" % (x,))
    except TypeError:
        print("TypeError")
for x in Data(), Data(b"b"), Data(b"bc"), Array(), Array(b"c"), Text("b"), Index(), 67, b"d", b"", bytearray(b"e"), memoryview(b"a"), "f":
    try:
        print(b"%c" % x, b"%3c|" % x, b"%-3c|" % (x,))
    except TypeError:
        print("TypeError")
