# What is asked of an object, and how often: __iter__ of its class only, keys() once for ** and
# {**x}, __repr__ in the place of __str__.
class Asked:
    def __getattribute__(self, name):
        print("asked", name)


class Told:
    def __getattr__(self, name):
        print("told", name)


class Text:
    def __repr__(self):
        return 5


def attempt(f, text=True):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e if text else "")


def whole(x):
    [1, 2][:] = x


def stepped(x):
    [1, 2][::2] = x


for make in Asked, Told:
    x = make()
    attempt(lambda: whole(x))
    attempt(lambda: stepped(x))
    attempt(lambda: [*x])
    attempt(lambda: [].extend(x))
    attempt(lambda: dict([x]))
    attempt(lambda: {**x})
    attempt(lambda: attempt(**x))
    attempt(lambda: dict(**x))
    attempt(lambda: {}.update(x))
attempt(lambda: str(Text()))
attempt(lambda: repr(Text()))
attempt(lambda: f"{Text()}")
attempt(lambda: "%s" % Text())
attempt(lambda: print(Text()))
