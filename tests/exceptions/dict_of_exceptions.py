# The __dict__ of exceptions can be changed and assigned, but not deleted.
class Own(ValueError):
    pass

def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)

for e in ValueError(1), OSError(2, "text"), Own(1):
    e.x = 3
    print(e.__dict__, vars(e) is e.__dict__)
    attempt(delattr, e, "__dict__")
    e.__dict__["y"] = 4
    print(e.x, e.y, e.__dict__)
    e.y = 5
    e.z = 6
    del e.x
    print(hasattr(e, "x"), e.__dict__)
    attempt(delattr, e, "x")
    attempt(setattr, e, "__dict__", 3)
    mine = {"a": 1}
    e.__dict__ = mine
    e.b = 2
    mine["c"] = 3
    print(e.a, e.c, hasattr(e, "z"), mine, sorted(e.__dict__))
    e.__dict__ = {}
    print(hasattr(e, "a"), e.__dict__, e.args)

e = KeyError("k")
e.add_note("before")
print(e.__dict__)
e.add_note("after")
print(e.__notes__, e.__dict__)
e.__dict__.clear()
print(hasattr(e, "__notes__"))
e = OSError(2, "text")
e.__dict__["errno"] = 5
e.strerror = "other"
print(e.errno, e.strerror, e.__dict__)

class Dict(dict):
    pass
e.__dict__ = d = Dict(q=1)
print(e.q, type(e.__dict__).__name__)

def function():
    pass
function.x = 1
attempt(delattr, function, "__dict__")
attempt(setattr, function, "__dict__", [])
function.__dict__ = Dict(y=2)
print(function.y, type(function.__dict__).__name__)
for many in range(3):
    e = ValueError()
    for i in range(40):
        setattr(e, f"name{i}", i)
        if i == 10 * many:
            e.__dict__
    print(len(e.__dict__), e.name39, e.name0)
