# Which subclasses of builtin types take keywords: those whose own __new__ or __init__ gets them.
import array

def call(cls):
    try:
        return repr(cls(k=1))
    except TypeError as e:
        return str(e)

class Filter(filter):
    pass

for base in list, set, frozenset, tuple, float, bool, range, slice, filter:
    print(base.__name__, call(base))
    if base in (bool, range, slice):
        continue
    class Plain(base):
        pass
    class Init(base):
        def __init__(self, *args, **keywords):
            print("__init__", args, keywords)
    class New(base):
        def __new__(cls, *args, **keywords):
            print("__new__", args, keywords)
            return base.__new__(cls, None, ()) if base is filter else base.__new__(cls)
    class Both(New):
        def __init__(self, *args, **keywords):
            print("__init__", args, keywords)
    class Child(Init):
        pass
    for cls in Plain, Init, New, Both, Child:
        if base is filter:
            print(cls.__name__, call(cls) if cls is Plain else type(cls(None, [], k=1)).__name__)
        else:
            print(cls.__name__, call(cls))

class Array(array.array):
    pass
class ArrayInit(array.array):
    def __init__(self, code, k):
        print(code, k)
for cls in array.array, Array, ArrayInit:
    try:
        print(type(cls("b", k=1)).__name__)
    except TypeError as e:
        print(e)

x = [1, 2]
class Set(set):
    def __new__(cls, k):
        return set.__new__(cls, k=k)
try:
    Set(k=1)
except TypeError as e:
    print(e)
