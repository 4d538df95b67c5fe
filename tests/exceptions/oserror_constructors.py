# Whether __new__ or __init__ of a subclass of OSError takes the arguments.
class Init(OSError):
    def __init__(self, *args, **keywords):
        pass
class InitSuper(OSError):
    def __init__(self, *args, **keywords):
        super().__init__(*args)
class InitOther(OSError):
    def __init__(self, *args):
        super().__init__(*args[1:])
class New(OSError):
    def __new__(cls, *args, **keywords):
        return OSError.__new__(cls, *args)
class NewOther(OSError):
    def __new__(cls, *args):
        return OSError.__new__(cls, *args[1:])
class Both(New):
    def __init__(self, *args, **keywords):
        super().__init__(*args[1:])
class Plain(PermissionError):
    pass
class Child(Init):
    def __init__(self, *args):
        super().__init__(*args)

def state(e):
    return e.args, e.errno, e.strerror, e.filename, e.filename2

for cls in Init, InitSuper, InitOther, New, NewOther, Both, Plain, Child, OSError, PermissionError:
    for args in (), (1,), (2, "text"), (1, "text", "file"), (2, "text", None), (2, "text", "from", None, "to"), tuple("abcdef"):
        e = cls(*args)
        print(type(e).__name__, state(e), repr(e), e)
        e.__init__(13, "again")
        print(state(e))
        e.__init__()
        print(state(e))
    try:
        print(repr(cls(1, key=1)))
    except TypeError as e:
        print(e)

# characters_written
for cls in BlockingIOError, OSError, PermissionError:
    for third in 5, -1, -2, 1.5, "5", None, True:
        try:
            e = cls(11, "text", third)
        except TypeError as error:
            print(error)
        else:
            print(type(e).__name__, e.args, e.filename, getattr(e, "characters_written", "none"))
e = OSError()
for v in 1, "x", 1.5, -1, None, 7:
    try:
        e.characters_written = v
    except TypeError as error:
        print(error)
    print(hasattr(e, "characters_written"))
del e.characters_written
print(hasattr(e, "characters_written"))
try:
    del e.characters_written
except AttributeError:
    print("deleted once")

e = ImportError("text", name="n")
e.__init__(1, 2)
print(e.args, e.msg)
