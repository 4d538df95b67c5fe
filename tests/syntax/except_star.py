# except*: splitting groups, naked exceptions, re-raising what is left.
def run(exc):
    try:
        raise exc
    except* ValueError as g:
        print("V", [str(e) for e in g.exceptions], end="; ")
    except* (TypeError, KeyError) as g:
        print("TK", [type(e).__name__ for e in g.exceptions], end="; ")
    else:
        print("else", end="; ")
    finally:
        print("fin", end="; ")
for e in (ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3)]), ValueError("alone"),
          ExceptionGroup("g", [KeyError(1)])):
    run(e)
    print()
try:
    run(ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [OSError(2), KeyError(3)])]))
except ExceptionGroup as g:
    print("left", repr(g))
try:
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as g:
        raise KeyError("new")
except ExceptionGroup as g:
    print(repr(g))
try:
    try:
        raise OSError("naked")
    except* ValueError:
        print("no")
except OSError as e:
    print("naked passes", repr(e))
try:
    raise ValueError("x")
except* ValueError as g:
    print(repr(g))
try:
    pass
except* Exception:
    print("no")
else:
    print("else ran")
