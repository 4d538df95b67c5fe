# except* with nested groups, re-raise inside, structure and names afterwards.
def leaf(e):
    return [leaf(x) for x in e.exceptions] if isinstance(e, BaseExceptionGroup) else repr(e)
g = ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [ValueError(2), KeyError(3)])])
try:
    try:
        raise g
    except* ValueError as eg:
        print(leaf(eg))
        raise
    except* KeyError as eg:
        print(leaf(eg))
        raise OSError("from key")
except ExceptionGroup as e:
    print(repr(e.message), leaf(e))
print("eg" in globals())
def f():
    for i in range(3):
        try:
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as v:
            if i == 1: x = v.exceptions[0].args
    return x
print(f())
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        try:
            1 / 0
        except* ZeroDivisionError:
            print("inner handled")
except* KeyError as k:
    print(leaf(k), k.message)
try:
    try:
        raise KeyboardInterrupt
    except* KeyboardInterrupt as b:
        print(type(b).__name__, leaf(b))
        raise
except BaseException as e:
    print(type(e).__name__)
for types in ("ExceptionGroup", "5", "(ValueError, ExceptionGroup)"):
    try:
        exec("try:\n    raise ValueError\nexcept* %s:\n    pass" % types)
    except* TypeError as t:
        print("TypeError")
    except* ValueError:
        print("ValueError")
