# Code objects and function internals where they do not belong.
import builtins


def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


def h(a, b=2):
    return a


def outer():
    x = 1

    def inner():
        return x

    return inner


def gen():
    yield 1


for code in h.__code__, gen.__code__:
    attempt("exec", lambda: exec(code))
attempt("eval", lambda: type(eval(gen.__code__)))
for body in lambda: 1, h, outer(), gen:
    attempt("class", lambda: builtins.__build_class__(body, "x").__name__)
attempt("relative", lambda: exec("from . import x", {"__name__": 5}))
attempt("relative", lambda: exec("from . import x", {"__package__": 5}))
attempt("relative", lambda: exec("from . import x", {"__package__": ""}))


class P:
    __match_args__ = ("x", "x")
    x = 1


def positional(s):
    match s:
        case P(1, 1):
            return 1


attempt("match", lambda: positional(P()))
P.__match_args__ = ("x",)


def mixed(s):
    match s:
        case P(1, x=1):
            return 1


attempt("match", lambda: mixed(P()))
