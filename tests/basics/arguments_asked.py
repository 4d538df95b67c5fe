# What getsizeof() and compile() say of what special methods give them.
import sys


def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, "too large" if isinstance(e, OverflowError) else e)


for given in None, "a", -1, 2 ** 70, True, 1.5, 5:
    class Sized:
        def __sizeof__(self):
            return given

    attempt(lambda: sys.getsizeof(Sized()) > 0)
    attempt(lambda: sys.getsizeof(Sized(), "default") == "default")


class Failing:
    def __init__(self, error):
        self.error = error

    def __sizeof__(self):
        raise self.error


attempt(lambda: sys.getsizeof(Failing(TypeError("a")), 3))
attempt(lambda: sys.getsizeof(Failing(TypeError("b"))))
attempt(lambda: sys.getsizeof(Failing(ValueError("c")), 3))
attempt(lambda: sys.getsizeof(object=1, default=3) > 0)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


for given in None, 5, [], b"1", "1", bytearray(b"1"), memoryview(b"1"):
    attempt(lambda: compile(given, "f", "eval").co_filename)
for given in None, 5, [], b"1", "1", Path("p"), Path(b"q"), Path(5):
    attempt(lambda: compile("1", given, "eval").co_filename)
