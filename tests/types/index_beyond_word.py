# An index that fits no word is told of by the name of what gave it, before the value is looked at.
import array

BEYOND = 2 ** 70


class Big:
    def __index__(self):
        print("index", end=" ")
        return BEYOND


class Value:
    def __index__(self):
        print("value", end=" ")
        return 1


def attempt(f, *args):
    try:
        print(f(*args))
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)


def set_item(x, i, v):
    x[i] = v


def del_item(x, i):
    del x[i]


for make in (lambda: bytearray(b"a"), lambda: [1], lambda: array.array("i", [1]), lambda: memoryview(bytearray(b"a"))):
    for i in BEYOND, Big(), -BEYOND:
        for v in [], Value(), 300, None, 1:
            attempt(set_item, make(), i, v)
        attempt(make().__getitem__, i)
    for i in slice("a", None), slice(None, None, 0), slice(BEYOND, None):
        for v in 1, b"", None:
            if type(make()) is not list and type(make()) is not array.array:
                attempt(set_item, make(), i, v)
for i in BEYOND, Big():
    attempt(del_item, [1], i)
    attempt(del_item, bytearray(b"a"), i)
    for x in "a", b"a", (1,), range(2):
        if type(x) is not range:
            attempt(lambda: x[i])

for spec in "d", "05d", "=d", "05", "=5", "05f", "#05x", "s":
    try:
        print(format(3j, spec))
    except ValueError as e:
        print(spec, e)
