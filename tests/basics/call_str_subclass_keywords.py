# Keyword names that are instances of a subclass of str, or no strings at all.
class S(str):
    pass


class C:
    def __init__(self, **k):
        self.k = k


def f(a):
    return a


def attempt(g):
    try:
        print(g())
    except TypeError as e:
        print("TypeError", e)


attempt(lambda: f(**{S("a"): 2}))
attempt(lambda: C(**{S("q"): 2}).k)
attempt(lambda: "{a}".format(**{S("a"): 2}))
attempt(lambda: dict(**{S("a"): 2}))
attempt(lambda: print(1, 2, **{S("sep"): "-"}))
attempt(lambda: sorted([2, 1], **{S("reverse"): True}))
attempt(lambda: int("5", **{S("base"): 10}))
for g in f, C, dict, print:
    attempt(lambda: g(**{1: 2}))
