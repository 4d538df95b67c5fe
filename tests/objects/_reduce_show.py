# What a reduced object shows, the same in every interpreter.
def show(v):
    if isinstance(v, tuple):
        return "(" + ", ".join(show(x) for x in v) + ")"
    if isinstance(v, dict):
        return "{" + ", ".join("%r: %s" % (k, show(x)) for k, x in v.items()) + "}"
    if isinstance(v, type):
        return v.__name__
    if hasattr(v, "__next__"):
        return "iterator of %r" % list(v)
    return getattr(v, "__name__", None) or repr(v)


def try_show(f, text=True):
    try:
        print(show(f()))
    except Exception as e:
        print(type(e).__name__, e if text else "")
