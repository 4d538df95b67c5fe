# __default__ of type parameters: typing.NoDefault where there is none.
class C[T, *V, **P, U = None]: pass
t, v, p, u = C.__type_params__
print(t.__default__, u.__default__, v.__default__, p.__default__)
print([x.has_default() for x in C.__type_params__])
none = t.__default__
print(type(none).__name__, none is v.__default__, type(none)() is none, none == none, bool(none), none is None)
for f in (lambda: type(none)(1), lambda: none(), lambda: setattr(none, "x", 1)):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
def f[T = int](): pass
print(f.__type_params__[0].__default__)
TypeVar = type(t)
print(TypeVar("X").__default__, TypeVar("X", default=none).__default__, TypeVar("X", default=3).has_default(), TypeVar("X", default=none).has_default())
