# Handler expressions are evaluated lazily, in order, and may be any expression.
log = []
def t(name, cls):
    log.append(name)
    return cls
try:
    raise KeyError("k")
except t("first", ValueError):
    print("no")
except t("second", (IndexError, KeyError)) as e:
    print("second", e)
except t("third", Exception):
    print("no")
print(log)
log.clear()
try:
    pass
except t("never", ValueError):
    pass
print(log)
groups = {"io": (OSError, EOFError), "num": ArithmeticError}
for exc in (EOFError(), FileNotFoundError(), OverflowError(), ZeroDivisionError(), TypeError()):
    try:
        raise exc
    except groups["io"]:
        print("io", end=" ")
    except groups["num"]:
        print("num", end=" ")
    except Exception as e:
        print(type(e).__name__)
class Meta(type): pass
class E(Exception, metaclass=Meta): pass
class F(E, ValueError): pass
for h in (E, F, ValueError, (KeyError, E), ()):
    try:
        try:
            raise F("f")
        except h:
            print("handled", end=" ")
    except F:
        print("passed", end=" ")
print()
