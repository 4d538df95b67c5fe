# What operations on generators and what they await come to, as text.
LOG = []  # what happened meanwhile


def log(*parts):
    LOG.append(" ".join(map(str, parts)))


def exc(e, depth=0):
    if isinstance(e, StopIteration):
        text = f"Stop({show(e.value)})"
    else:
        text = type(e).__name__ + (repr(str(e)) if str(e) else "")
    if e.__cause__:
        text += " from " + exc(e.__cause__, depth + 1)
    if e.__context__ and e.__context__ is not e.__cause__ and depth < 5:
        text += " in " + exc(e.__context__, depth + 1)
    return text + "!" * e.__suppress_context__


def show(v):
    if isinstance(v, BaseException):
        return exc(v)
    if v is None or isinstance(v, (int, str, tuple, list)):
        return repr(v)
    return v.__name__ if isinstance(v, type) else type(v).__name__


def outcome(f):
    LOG.clear()
    try:
        text = show(f())
    except BaseException as e:
        text = "! " + exc(e)
    return text + (" {" + "; ".join(LOG) + "}" if LOG else "")


def quietly(f, *args):
    try:
        return f(*args)
    except BaseException:
        pass


def new(args):  # exceptions are changed when they are raised
    return [type(a)(*a.args) if isinstance(a, BaseException) else a for a in args]


def throwing(args):
    return lambda g: g.throw(*new(args))


THROWN = {
    "V": (ValueError,),
    "v": (ValueError("x"),),
    "V, x": (ValueError, "x"),
    "V, v": (ValueError, ValueError("i")),
    "V, (1, 2)": (ValueError, (1, 2)),
    "V, k": (ValueError, KeyError("i")),
    "B": (KeyboardInterrupt,),
    "Stop": (StopIteration,),
    "stop": (StopIteration("s"),),
    "Exit": (GeneratorExit,),
    "exit": (GeneratorExit("x"),),
    "async": (StopAsyncIteration("a"),),
    "group": (ExceptionGroup("g", [ValueError(1), KeyError(2)]),),
    "int": (5,),
    "type": (int,),
    "v, x": (ValueError("x"), "y"),
    "bad traceback": (ValueError, None, 5),
}
DRIVE = {
    "send None": lambda g: g.send(None),
    "send 5": lambda g: g.send(5),
    "close": lambda g: g.close() and None,  # 3.13 returns a value
}
for name, args in THROWN.items():
    DRIVE["throw " + name] = throwing(args)
