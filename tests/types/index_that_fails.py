# Where something else could be done, a TypeError of __index__ is that of the operation; other errors stay.
class Bad:
    def __index__():
        pass

class Worse:
    def __index__(self):
        raise KeyError("index")

for x in Bad(), Worse():
    for f in (lambda: "%x" % x, lambda: "%c" % x, lambda: "%d" % x, lambda: b"%c" % x, lambda: b"%x" % x,
              lambda: bytes(x), lambda: bytearray(x), lambda: [1][x], lambda: "a" * x, lambda: hex(x)):
        try:
            print(f())
        except (TypeError, KeyError) as e:
            print(type(e).__name__, e)
print(bytes(True), bytearray(2), "%c%x" % (True, 17))
