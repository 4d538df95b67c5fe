# What functions and methods written in C tell of themselves, and which types they have.
import math, sys

def ask(text):
    x = eval(text)
    for name in ("__name__", "__qualname__", "__module__", "__self__", "__objclass__", "__func__"):
        try:
            v = getattr(x, name)
            v = v if isinstance(v, (str, type, type(None))) else type(v)
        except AttributeError:
            v = "-"
        print(name, v, end="; ")
    print(text, type(x))

class L(list): pass
class D(dict): pass
for text in ("len", "math.sin", "sys.exit", "[].append", "L().append", "list.append", "L.append",
             "[].__len__", "L().__len__", "list.__len__", "object.__init__", "object().__str__",
             "(1).__add__",
             "dict.fromkeys", "D.fromkeys", "D().fromkeys", "dict.__dict__['fromkeys']",
             "str.maketrans",
             "''.maketrans", "int.real", "int.__call__", "type.__call__",
             "type.__dict__['__doc__']",
             "object.__new__", "list.__new__", "L.__new__", "L().__new__", "int.from_bytes",
             "type.mro",
             "L.mro", "object.__init_subclass__", "L.__subclasshook__",
             "Exception().with_traceback",
             "super(L, L()).append", "super(L, L()).__len__", "len.__call__", "ask.__get__"):
    ask(text)

print(len.__self__ is __import__("builtins"), math.sin.__self__ is math, sys.exit.__self__ is sys)
x = []
print(x.append.__self__ is x, x.__len__.__self__ is x, D.fromkeys.__self__ is D,
    list.__new__.__self__ is list)

# One type for all functions written in C.
kinds = [type(f) for f in (len, x.append, list.__new__, dict.fromkeys, str.maketrans, "".join)]
print(len(set(kinds)), [isinstance(x.append, k) for k in set(kinds)],
    x.append.__class__ is type(len))
print(isinstance(len, type(x.append)), isinstance(x.__len__, type(len)),
    isinstance(list.append, type(len)))
print(type(x.__len__) is type("".__len__) is not type(x.append),
    type(list.append) is type(str.join),
      type(list.__len__) is type(object.__init__),
      type(list.__dict__["append"]) is type(list.append),
      type(dict.__dict__["fromkeys"]) is type(int.__dict__["from_bytes"]))
Function = type(len)
print(Function.__call__(x.append, 5), x, Function.__call__(len, x), Function.__call__(list.__new__,
    list))
print([Function.__repr__(f) == repr(f) for f in (len, x.append, list.__new__)],
      [Function.__hash__(f) == hash(f) for f in (len, x.append, list.__new__)],
      [Function.__eq__(x.append, f) for f in (x.append, len, list.__new__, 5)],
      [Function.__ne__(list.__new__, f) for f in (x.append, len, list.__new__, 5)],
      Function.__self__.__get__(x.append) is x, Function.__dict__["__name__"].__get__(len))
try: Function()
except TypeError as e: print(e)
try: Function.__call__(list.append, x)
except TypeError as e: print(e)

# Equality and hash.
y = []
print(x.append == x.append, x.append == y.append, x.append != y.append, x.append == x.extend,
      x.append is x.append, hash(x.append) == hash(x.append), x.__len__ == x.__len__,
      x.__len__ == y.__len__,
      x.__len__ == x.__iter__, hash(x.__len__) == hash(x.__len__), list.append == list.append,
      list.append == L.append, L().append == L().append, D.fromkeys == dict.fromkeys, len == len,
      {x.append: 1}[x.append], list.__new__ == list.__new__)
try: x.append < x.append
except TypeError as e: print(e)

# The descriptors in namespaces of types.
fromkeys = dict.__dict__["fromkeys"]
print(repr(fromkeys), fromkeys(D, "ab") == {"a": None, "b": None}, type(fromkeys(D, "a")),
    fromkeys.__get__({})("x"),
      fromkeys.__get__(None, D)("x"))
for bad in (lambda: fromkeys(), lambda: fromkeys(int, "a"), lambda: fromkeys(5),
    lambda: fromkeys.__get__(5)):
    try: print(bad())
    except TypeError as e: print(e)
maketrans = str.__dict__["maketrans"]
print(type(maketrans), maketrans.__get__(5)("a", "b"), maketrans("a", "b"))
print(repr(str.maketrans).split(" at ")[0], repr(object.__new__).split(" at ")[0], repr(len),
      repr(x.append).split(" at ")[0], repr(x.__len__).split(" at ")[0])
class K(dict):
    make = dict.__dict__["fromkeys"]
print(K.make("z"), type(K.make("z")), K().make("y"))
for name in ("__name__", "__self__", "__qualname__", "__module__", "__text_signature__"):
    print(name, [name in dir(f) for f in (len, x.append, x.__len__, list.append, list.__len__,
        fromkeys, int.real)])
