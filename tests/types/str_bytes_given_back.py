# Methods that change nothing: which give the object itself, an instance of a subclass too, and which a copy.
class S(str): pass
class B(bytes): pass
class A(bytearray): pass

def kind(given, result):
    return "self" if result is given else type(result).__name__

def show(given, *results):
    print(type(given).__name__, len(given), *[kind(given, r) for r in results])

for s in "abc", "", "\u0123b", "a\u00ff":
    for x in (s,) if s else (), (S(s),):
        for x in x:
            show(x, x.partition("qqqq")[0], x.rpartition("qqqq")[2], x.partition("q")[0], x.rpartition("q")[2], x.partition("\u1234")[0])
            show(x, x.split("qqqq")[0], x.rsplit("qqqq")[0], x.split("q")[0], x.rsplit("q")[0], x.split("\u1234")[0], x.rsplit("\U00012345")[0],
                 x.split("qqqq", 0)[0])
            show(x, x % [], x % {}, x % (), x.__mod__([]), x.format(), x.format(1, a=2), x.format_map({}))
            show(x, format(x, "s"), f"{x:s}", x + "", "" + x, x * 1, x[:], x.strip(), x.removeprefix("q"), x.ljust(0))
for s in "a{{", "}}", "a%%":
    x = S(s)
    show(x, x.format(), x % ())
for s in b"abc", b"":
    for c in bytes, B, bytearray, A:
        x = c(s)
        show(x, x.partition(b"q")[0], x.rpartition(b"q")[2], x.partition(b"qqqq")[0], x.split(b"q")[0], x.rsplit(b"qqqq")[0])
        show(x, x + b"", x * 1, x[:], x.strip(), x.removeprefix(b"q"), x.ljust(0), x.replace(b"q", b"w"))
print([type(p).__name__ for p in "qxq".partition(S("x")) + "qxq".rpartition(S("x")) + S("qxq").partition("x")])
print([type(p).__name__ for sep in (b"x", B(b"x"), A(b"x"), memoryview(b"x")) for p in b"qxq".partition(sep) + bytearray(b"qxq").rpartition(sep)])
print("qxq".partition(S("x")), b"qxq".rpartition(B(b"x")), bytearray(b"qxq").partition(b"x"))
for f in lambda: S("abc").format_map(), lambda: S("abc") % 5, lambda: S("abc") % (1,), lambda: str.partition(5, "a"), lambda: str.split(5), lambda: S("ab").split(5):
    try: print(f())
    except TypeError as e: print(e)
for x in B(b"a"), A(b"a"), b"a", bytearray(b"a"):
    for f in lambda: x + 5, lambda: x.__add__(5), lambda: x + "s", lambda: x.__iadd__(5):
        try: print(f())
        except (TypeError, AttributeError) as e: print(e)
# what special methods gave, alone in a format: given back as it is unless empty
for text in "", "a":
    class R:
        def __repr__(self): return S(text)
        __str__ = __repr__
        def __format__(self, spec): return S(text)
    r = R()
    print([(type(x).__name__, str(x)) for x in ["%r" % r, "%s" % r, "{}".format(r), "{!r}".format(r), "{}{}".format("", r), f"{r}", f"{r!r}", "%s" % S(text), "{}".format(S(text)), "%1s" % r, "%.1s" % r, "%-1r" % r, "%1s" % S(text), "%.0s" % r, "% s" % r, "%+s" % r]])
