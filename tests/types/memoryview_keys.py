# Keys of a memoryview: tuples as of several dimensions.
import sys

def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def put(m, key):
    m[key] = 7
    return bytes(m)


for key in (..., (...,), (), (0,), (5,), (0, 0), (slice(1),), (slice(1), slice(2)), (0, slice(1)), "a",
            (None,), (True,), (2**70,), 2**70, -sys.maxsize - 1, 1.5):
    m = memoryview(bytearray(b"abc"))
    attempt(lambda: m[key])
    attempt(lambda: put(m, key))
