# stderr: ^Exception ignored while closing generator <__main__.Hidden object at 0x[0-9a-f]+>:\n(.*\n)*KeyError: 'close'\n$
# A sub-iterator whose throw and close can't be looked up.
class Hidden:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    @property
    def throw(self):
        raise KeyError("throw")

    @property
    def close(self):
        raise KeyError("close")


def passing():
    try:
        yield from Hidden()
    finally:
        print("left")


g = passing()
print(next(g))
try:
    g.throw(OSError)
except KeyError as e:
    print(repr(e), e.__context__)
print(g.gi_suspended, next(g))
g.close()
