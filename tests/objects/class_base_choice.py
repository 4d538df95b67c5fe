# __base__ is the base whose layout decides; bases with fields of different kinds conflict.
class A: pass
class Slotted:
    __slots__ = ("x",)
class Child(A): pass
class Int(int): pass
class Value(ValueError): pass
class Os(OSError): pass
class Dict(dict): pass

bases = [A, Slotted, Child, Int, Value, Os, Dict, ValueError, OSError, KeyError, ImportError, SyntaxError, UnicodeError,
         UnicodeDecodeError, StopIteration, SystemExit, Exception, BaseException, AttributeError, NameError, int, dict, object,
         MemoryError, FileNotFoundError, list, BaseExceptionGroup, ExceptionGroup, property, type]
for a in bases:
    for b in bases:
        try:
            c = type("C", (a, b), {})
        except TypeError as e:
            print(a.__name__, b.__name__, str(e).split("method")[0])
        else:
            print(a.__name__, b.__name__, c.__base__.__name__, [m.__name__ for m in c.__mro__])

class Both(ValueError, OSError):
    pass
class Other(OSError, ValueError):
    pass
class Third(Child, OSError):
    pass
class Import(KeyError, ImportError):
    pass
for cls in Both, Other, Third, Import:
    e = cls(2, "text", "file")
    print(e.args, getattr(e, "errno", "none"), getattr(e, "filename", "none"), e)
print(Import("m").msg, Import("m"))
class Key(Value, KeyError):
    pass
print(Key("k"), Key.__base__.__name__)

class Meta(type):
    def mro(cls):
        return [cls, *super().mro()[1:]]
class Made(ValueError, OSError, metaclass=Meta):
    pass
print(Made(1, "a").errno)
class Alone(type):
    def mro(cls):
        return [cls]
class Error(OSError, metaclass=Alone):
    pass
print(Error.__mro__ == (Error,))
