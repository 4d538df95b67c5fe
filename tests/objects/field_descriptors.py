# Fields of exceptions and the names of items of named tuples, as attributes of their types.
import sys, time
for name in ("OSError.errno", "OSError.filename2", "StopIteration.value", "SystemExit.code",
    "ImportError.name",
             "AttributeError.obj", "NameError.name", "SyntaxError.lineno", "IndentationError.text",
             "FileNotFoundError.errno", "time.struct_time.tm_year",
             "UnboundLocalError.name"):
    d = eval(name)
    print(d, type(d).__name__, d.__name__, d.__objclass__, d.__qualname__)
e = FileNotFoundError(2, "no", "f")
print(OSError.errno.__get__(e), OSError.filename.__get__(e, OSError), OSError.errno.__get__(None,
    OSError).__name__)
OSError.errno.__set__(e, 7)
print(e.errno, time.struct_time.tm_year.__get__(time.gmtime(0)),
    type(sys.version_info).major.__get__(sys.version_info))
for f in (lambda: OSError.errno.__get__(ValueError()), lambda: OSError.errno.__get__(5),
          lambda: time.struct_time.tm_year.__set__(time.gmtime(0), 1),
          lambda: time.struct_time.tm_mon.__get__((1, 2)),
          lambda: OSError.nothing, lambda: OSError.value, lambda: ValueError.errno):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

class E(OSError):
    number = OSError.errno
    @property
    def strerror(self): return "mine, not " + OSError.strerror.__get__(self)
e = E(5, "text")
print(e.number, e.strerror, E.errno.__objclass__, E.strerror.__class__.__name__)
e.number = 6
print(e.errno)
print([n in dir(OSError(1, "")) for n in ("errno", "strerror", "value", "__dict__")],
    "errno" in dir(E), "code" in dir(E),
      [n in dir(time.gmtime(0)) for n in ("tm_year", "tm_zone")], "major" in dir(sys.version_info),
      "errno" in vars(OSError), "errno" in vars(FileNotFoundError),
      "tm_sec" in vars(time.struct_time))
print(UnicodeTranslateError("x", 0, 1, "r").encoding, hasattr(UnicodeDecodeError, "start"))

for cls in (ValueError, E, Exception):
    x = cls()
    try: del x.__dict__
    except TypeError as e: print(e)

# Sizes, hints, names of aliases.
class A: pass
class S: __slots__ = ()
print(tuple.__itemsize__ > 0, bytes.__itemsize__, list.__itemsize__, float.__itemsize__,
    A.__basicsize__ >= object.__basicsize__ > 0,
      S.__dictoffset__, A.__dictoffset__ != 0, S.__weakrefoffset__, A.__weakrefoffset__ != 0,
      int.__dictoffset__)
class Q:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
class N(Q):
    def __len__(self): return 4
it, unsized = iter(N()), iter(Q())
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__(),
    unsized.__length_hint__(), list(unsized))
print([n in dir(list[int]) for n in ("append", "__origin__", "__args__", "__mro_entries__")])
def f(): pass
print(f.__builtins__["len"] is len, type(f.__builtins__) is dict,
    f.__builtins__ is (lambda: 0).__builtins__)
space = {"__builtins__": {"x": 1}}
exec("def g(): return x", space)
print(space["g"].__builtins__, space["g"]())
async def co(): pass
c = co()
print(c.cr_origin)
c.close()
