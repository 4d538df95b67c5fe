# __reduce__() and __setstate__() of exceptions: arguments, fields, attributes and notes come back.


class E(Exception):
    pass


class OE(OSError):
    pass


class IE(ImportError):
    pass


class Slots(Exception):
    __slots__ = ("q",)


def made(e, *notes, **attributes):
    for note in notes:
        e.add_note(note)
    for name, v in attributes.items():
        setattr(e, name, v)
    return e


def again(e):
    function, args, *state = e.__reduce_ex__(2)
    copy = function(*args)
    for s in state:
        copy.__setstate__(s)
    return copy


several = [
    ValueError(), ValueError(1, 2), KeyError("k"), E(1), made(ValueError(1), "a", "b"), made(E(1), "a"),
    made(ValueError(1), x=5), made(E(1), x=5, y=6), made(E(2), "n", x=5), made(Slots(1), q=4),
    OSError(), OSError(1), OSError(1, 2), OSError(2, "x", "f"), OSError(2, "x", "f", None, "g"),
    OSError(2, "x", None), OSError(1, 2, 3, 4, 5, 6), made(OE(2, "x", "f"), z=1),
    made(OSError(1, 2), filename="q"), made(OSError(1, 2, "f"), args=(1,)),
    ImportError("m"), ImportError("m", name="n"), ImportError("m", name="n", path="p"),
    ImportError("m", "k", name=None), made(IE("m", path="n"), k=1), ModuleNotFoundError("m", name="n"),
    NameError("n", name="x"), StopIteration(5), SystemExit(3), SyntaxError("m", ("f", 1, 2, "t")),
    UnicodeDecodeError("utf-8", b"a", 0, 1, "r"), UnicodeTranslateError("a", 0, 1, "r"),
    made(ExceptionGroup("m", [ValueError(1)]), "note"), MemoryError(),
]
names = ("name", "path", "filename", "filename2", "errno", "x", "y", "q", "k", "z", "__notes__")
for e in several:
    reduced = e.__reduce__()
    print(reduced[0].__name__, reduced[1:], repr(e.__reduce_ex__(4)) == repr(reduced))
    copy = again(e)
    print(" ", repr(copy), type(copy) is type(e), str(copy) == str(e), copy.args == e.args)
    print(" ", [getattr(copy, name, "-") for name in names if hasattr(copy, name)])

e = E(1)
for state in (None, {}, {"a": 1}, {"args": (7,)}, 5, [], {1: 2}, {"args": 5}, {"__cause__": 3}):
    try:
        print(e.__setstate__(state), e.args, e.__dict__)
    except Exception as x:
        print(type(x).__name__, x)


class Clears(Exception):
    def __setattr__(self, name, v):
        state.clear()
        print("set", name)


state = {"a": 1, "b": 2, "c": 3}
try:
    Clears().__setstate__(state)
except RuntimeError:
    pass


class Own(Exception):
    def __reduce__(self):
        return "own"


print(Own().__reduce_ex__(2))
try:
    import no_such_module
except ImportError as x:
    print(x.__reduce__()[1:])
try:
    open("/no_such_file")
except OSError as x:
    print(again(x), x.__reduce__()[1:])
