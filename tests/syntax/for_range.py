# for over range(), which the loop counts itself unless `range` is something else.
def items(*args):
    if len(args) == 1:
        return [i for i in range(args[0])]
    if len(args) == 2:
        return [i for i in range(args[0], args[1])]
    found = []
    for i in range(args[0], args[1], args[2]):
        found.append(i)
        i = None
        if len(found) == 5:
            break
    else:
        found.append("end")
    return found


for args in ((0,), (3,), (-3,), (True,), (2, 5), (5, 2), (-1, 1), (0, 10, 3), (0, 9, 3), (10, 0, -4),
             (0, 10, -1), (1, 2, 1 << 70), (1 << 70, (1 << 70) + 2), (0, 1 << 80, 1 << 78),
             (0, 1, 0), ("a",), (1.0,), (1, None), (4, "b", 1)):
    try:
        print(args, items(*args))
    except Exception as e:
        print(args, type(e).__name__, e)

# The ends of what a word holds.
import sys
for big in (1 << 29, 1 << 30, 1 << 31, 1 << 61, 1 << 62, 1 << 63):
    print([i - big for i in range(big - 2, big + 2)], [i + big for i in range(1 - big, -2 - big, -1)],
          items(-big, big, big), items(big, -big, -big + 1))
    for i in range(-big, big):
        break
    print(i)


class Index:
    def __index__(self):
        print("index")
        return 2


print(items(Index()))


def other(range):
    for i in range(3):
        print(i, end=" ")
    print([i for i in range(2)])


other(range)
other(lambda n: "abc"[:n])
other(lambda n: (print("made"), iter([n]))[1])
try:
    other(lambda n: n)
except TypeError as e:
    print(e)
try:
    other(5)
except TypeError as e:
    print(e)


def nested():
    for i in range(2):
        for j in range(i, 3):
            for i in range(j):
                yield i, j


print(list(nested()))


def left():
    for i in range(3):
        try:
            for j in range(5):
                if j == 1:
                    return i
        finally:
            for k in range(2):
                print("finally", k)


print(left())
for i in range(*(1, 4)):
    print(i, end=" ")
for i in range(1, *[3]):
    print(i, end=" ")
try:
    for i in range(stop=3):
        pass
except TypeError:
    print("TypeError")
try:
    for i in range():
        pass
except TypeError as e:
    print(e)
try:
    for i in range(1, 2, 3, 4):
        pass
except TypeError as e:
    print(e)
range = list
print([c for c in range("xy")])
del range
print({i: j for i in range(2) for j in range(i + 1)}, {i % 2 for i in range(5)})


async def coroutine():
    return [i for i in range(3)]


try:
    coroutine().send(None)
except StopIteration as e:
    print(e.value)
