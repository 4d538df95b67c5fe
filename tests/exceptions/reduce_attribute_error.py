# AttributeError keeps its name, not the object, which may be anything (since CPython 3.12).
class AE(AttributeError):
    pass


e = AE("b", name="n")
e.z = 9
for e in (AttributeError(), AttributeError("a"), AttributeError("a", name="n", obj=[]), e):
    function, args, state = e.__reduce__()
    print(function.__name__, args, state)
    copy = function(*args)
    copy.__setstate__(state)
    print(repr(copy), copy.name, copy.obj, getattr(copy, "z", "-"))
try:
    None.foo
except AttributeError as e:
    print(e.__reduce__()[1:])
