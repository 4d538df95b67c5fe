WHO = "leaf"


def func(x):
    from .. import VALUE
    return x, VALUE
