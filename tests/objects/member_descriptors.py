# Attributes that are words of an object are member_descriptors, all of one type; others
# getset_descriptors.
import weakref
class S: __slots__ = ("a",)
def f(): pass
Function, Method = type(f), type(f.__get__(1))
Member, GetSet = type(S.a), type(int.real)
MEMBERS = (slice.start, slice.step, range.stop, complex.real, complex.imag, property.fget,
    property.fdel, Function.__globals__,
           Function.__closure__, Function.__builtins__, Method.__self__, Method.__func__,
           super.__thisclass__,
           classmethod.__dict__["__func__"], staticmethod.__dict__["__wrapped__"],
           type.__dict__["__base__"],
           type.__dict__["__flags__"], type(list[int]).__origin__, type(int | str).__args__,
           type(list.append).__objclass__, OSError.errno, S.a, weakref.ref.__callback__)
GETSETS = (int.real, float.imag, Function.__code__, Function.__dict__["__annotations__"],
    type.__dict__["__name__"],
           BaseException.args, BaseException.__traceback__, memoryview.obj, int.numerator)
print([type(m) is Member for m in MEMBERS], [type(g) is GetSet for g in GETSETS], Member is GetSet)
print(Member.__name__, GetSet.__name__, [isinstance(m, Member) for m in (slice.start, S.a,
    OSError.errno, int.real)])
for d in (slice.start, S.a, OSError.errno, property.fget):
    print(d, d.__name__, d.__objclass__, d.__qualname__, Member.__name__, d.__class__ is Member)
    print([Member.__dict__[n].__get__(d) for n in ("__name__", "__objclass__", "__qualname__")],
        Member.__repr__(d) == repr(d))
print(slice.start is slice.start, slice.start == slice.start,
    hash(slice.start) == hash(slice.start))

s = S()
Member.__set__(S.a, s, 5)
print(Member.__get__(S.a, s), slice.start.__get__(slice(1, 2)), Member.__get__(slice.stop,
    slice(1, 2)))
for set_ in (lambda: setattr(slice(1), "start", 2), lambda: setattr(range(3), "stop", 1),
    lambda: setattr(1j, "real", 1),
             lambda: setattr(property(), "fget", 1), lambda: setattr(f, "__globals__", {}),
             lambda: delattr(f, "__closure__"),
             lambda: slice.start.__set__(slice(1), 2), lambda: slice.start.__delete__(slice(1)),
             lambda: Member.__set__(slice.start, slice(1), 2), lambda: slice.start.__get__(5),
             lambda: Member(),
             lambda: setattr(classmethod(f), "__func__", 1), lambda: setattr(S, "__base__", int),
             lambda: setattr(f.__get__(1), "__self__", 1), lambda: setattr(list[int], "__origin__",
             1),
             lambda: setattr(5, "real", 1), lambda: delattr(5, "imag"),
             lambda: setattr(memoryview(b""), "obj", 1)):
    try: print("set", set_())
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
class T(property):
    get = property.fget
print(T(len).get is len)
