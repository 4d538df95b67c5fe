# A part that an except* clause raises again from a function is a new exception: its traceback says so.
def again():
    raise


def shape(e):
    if isinstance(e, BaseExceptionGroup):
        return [shape(x) for x in e.exceptions]
    return type(e).__name__


def attempt(f):
    try:
        f()
    except BaseException as e:
        print(f.__name__, type(e).__name__, repr(str(e)), shape(e), type(e.__context__).__name__)


def group():
    return ExceptionGroup("g", [OSError(1), ValueError(2), ExceptionGroup("h", [KeyError(3), OSError(4)])])


def plain():
    try:
        raise group()
    except* OSError:
        raise


def in_function():
    try:
        raise group()
    except* OSError:
        again()


def named():
    try:
        raise group()
    except* OSError as e:
        raise e


def in_two():
    try:
        raise group()
    except* OSError:
        raise
    except* KeyError:
        again()


def all_of_it():
    try:
        raise group()
    except* Exception:
        again()


def naked():
    try:
        raise OSError
    except* OSError:
        again()


for f in plain, in_function, named, in_two, all_of_it, naked:
    attempt(f)
