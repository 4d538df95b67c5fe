# add_note and __notes__.
e = ValueError("v")
print(hasattr(e, "__notes__"))
e.add_note("first")
e.add_note("second\nline")
print(e.__notes__, str(e), repr(e), e.args)
for bad in (5, None, b"x"):
    try:
        e.add_note(bad)
    except TypeError as t:
        print("TypeError")
try:
    try:
        raise e
    except ValueError as x:
        x.add_note("third")
        raise
except ValueError as y:
    print(y.__notes__, y is e)
class E(Exception): pass
f = E()
f.add_note("n")
print(f.__notes__, E.__dict__.get("__notes__"))
f.__notes__.append("direct")
f.add_note("after")
print(f.__notes__)
del f.__notes__
print(hasattr(f, "__notes__"))
g = ExceptionGroup("g", [e])
g.add_note("on group")
m, r = g.split(ValueError)
print(m.__notes__, r, m.exceptions[0].__notes__)
