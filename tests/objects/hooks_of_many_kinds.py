# Special methods that are None, give NotImplemented or belong to other objects.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class NoGet:
    __getattr__ = None


class NoSet:
    __setattr__ = None
    __delattr__ = None


class NoAttribute:
    __getattribute__ = None


attempt(lambda: NoGet().x)
attempt(lambda: {**NoGet()})
attempt(lambda: NoGet().__class__.__name__)
attempt(lambda: setattr(NoSet(), "x", 1))
attempt(lambda: delattr(NoSet(), "x"))
attempt(lambda: NoAttribute().x)


class Unary:
    def __neg__(self):
        return NotImplemented

    __pos__ = __invert__ = __abs__ = __neg__


for f in (lambda: -Unary()), (lambda: +Unary()), (lambda: ~Unary()), (lambda: abs(Unary())):
    attempt(f)


class Text:
    def __repr__(self):
        return 5


attempt(lambda: Text().__str__())
attempt(lambda: str(Text()))


class Types(tuple):
    def __instancecheck__(self, x):
        return True


attempt(lambda: isinstance(3, Types()))
attempt(lambda: isinstance(3, Types((str, Types((int,))))))
attempt(lambda: issubclass(int, Types((int,))))


class Small(int):
    pass


attempt(lambda: setattr(Small(), "real", 1))
attempt(lambda: delattr(Small(), "imag"))
attempt(lambda: int.real.__set__(5, 1))


class Index:
    def __index__(self):
        print("index")
        return 2


attempt(lambda: int.from_bytes(Index(), "big"))
attempt(lambda: int.from_bytes(Small(1), "big"))
attempt(lambda: int.from_bytes([1, 2], "big"))


class NoIter(list):
    __iter__ = None


attempt(lambda: ",".join(NoIter()))
attempt(lambda: b",".join(NoIter()))
for key in 2**70, Index():
    for x in "abc", (1,), range(3), b"a", Index(), 5:
        try:
            x[key] = 1
        except Exception as e:
            print(type(e).__name__, e)
        try:
            del x[key]
        except Exception as e:
            print(type(e).__name__)
view = memoryview(b"abc")
try:
    view[()] = 1
except TypeError as e:
    print(e)
for names in ("x", "__dict__"), ("__dict__", "x"):
    try:
        type("Slots", (Exception,), {"x": 1, "__slots__": names})
    except Exception as e:
        print(type(e).__name__, e)


class BadIter:
    def __iter__(self):
        return None


class OwnIter(list):
    __iter__ = None


for x in BadIter(), OwnIter():
    try:
        print(0 in x)
    except TypeError as e:
        print("iter() returned" in str(e))
