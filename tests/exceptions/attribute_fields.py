# The attributes that exceptions carry: name, obj, key, errno, path, encoding fields.
class C: pass
c = C()
try:
    c.missing
except AttributeError as e:
    print(e.name, e.obj is c, e)
try:
    C.nope
except AttributeError as e:
    print(e.name, e.obj is C, e)
try:
    undefined_thing
except NameError as e:
    print(e.name, e, type(e).__name__)
def f():
    try:
        x
    except UnboundLocalError as e:
        print(e.name if e.name else "x", e)
    x = 1
f()
try:
    {"a": 1}["b"]
except KeyError as e:
    print(e.args[0], e)
try:
    import no_such_mod
except ImportError as e:
    print(e.name, e.path, e.msg, e)
try:
    from math import nothing_here
except ImportError as e:
    print(e.name, e.msg.startswith("cannot import name 'nothing_here' from 'math'"))
try:
    "é".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
e = AttributeError("m", name="n", obj=5)
print(e.name, e.obj, e, NameError("x", name="y").name, ImportError("i", name="mod", path="p").path,
      AttributeError("q").name)
u = UnicodeDecodeError("utf-8", b"ab", 0, 1, "why")
print(u, u.object, u.start, u.args)
for a in ((), ("utf-8", "notbytes", 0, 1, "r"), ("a", b"b", 0, 1)):
    try:
        UnicodeDecodeError(*a)
    except TypeError:
        print("TypeError")
