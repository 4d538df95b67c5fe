# Type parameters in aliases and unions: what they are, and what takes their place (3.14).
def t(s):
    try: print(s, '->', eval(s))
    except BaseException as e: print(s, type(e).__name__, e)
class A[T, U=int]: pass
class B[*Ts]: pass
class C[**P]: pass
class E[X]: pass
def fn[T, *Ts, **P](): return T, Ts, P
T, Ts, P = fn()
type L[V] = list[V]
for s in ("A.__parameters__", "A[int]", "A[int, str]", "A[int].__args__", "A[T].__parameters__", "A[T][int]", "A[int, str, float]", "B[int, str]", "B[()]", "B[*Ts].__parameters__", "B[*Ts][int, str]", "C[[int, str]]", "C[int, str]", "C[P]", "C[...]", "E[int, str]", "E.__parameters__",
 "list[T]", "list[T].__parameters__", "list[T][int]", "dict[T, T][int]", "dict[T, list[T]][int]", "(list[T] | int)[str]", "(list[T] | int).__parameters__", "(T | int)[str]", "(T | None)[str]", "dict[str, T][int]", "list[T][int, str]", "list[T][()]", "tuple[*Ts][int, str]", "tuple[int, *Ts][str]", "tuple[int, *Ts][()]", "tuple[T, *Ts][str, int, float]", "tuple[*Ts].__parameters__", "tuple[*tuple[T, ...]][int]", "list[int][str]", "L[int]", "L[T].__parameters__", "L[T][int]", "L.__parameters__", "L[int].__origin__", "L[int].__args__", "L[int].__value__", "list[L[T]][int]", "T.__name__", "list[T] | T", "(int|T).__args__", "list[T][None]", "list[T][T]", "list[A[T]][int]", "A[E[T]][int]", "tuple[T, *tuple[T, int]][str]", "hash(A[int]) == hash(A[int])", "A[int] == A[int]", "A[int]().__orig_class__", "A.__orig_bases__", "T.__covariant__", "A[int] | None", "A | None", "list[L]", "L | int"):
    t(s)
def f(*args: *Ts): pass
print(f.__annotations__)
def f(*args: *tuple[int, str]): pass
print(f.__annotations__)
class F(A[T]): pass
class G(A[int]): pass
class H(F): pass
for c in (F, G, H):
    print(c.__parameters__, c.__orig_bases__ if "__orig_bases__" in c.__dict__ else "")
t("F[str]")
t("G[str]")
t("H[str]")
t("[*list[int]]")
t("(*tuple[int, str],)[0].__unpacked__")
t("(*tuple[int, str],)[0].__typing_unpacked_tuple_args__")
t("(*tuple[int, str],)[0] == tuple[int, str]")
t("tuple[int, str].__unpacked__, tuple[int].__typing_unpacked_tuple_args__")
class X(type(list[int])): pass
t("X(list, (int,)), X(list, int) == list[int], X(list, int).__origin__, type(X(list, int)).__name__")
t("isinstance([], X(list, int))")
t("isinstance([], list[int])")
t("issubclass(list, list[int])")
t("isinstance(1, int | list[int])")
t("isinstance([], int | list[int])")
t("int | X(list, int)")
async def co(): pass
async def ag(): yield
c = co()
print([k[int, str].__args__ for k in (type(i for i in ()), type(c), type(ag()), memoryview, type(A.__dict__))])
c.close()
inside = []
inside.append(inside)
for f in (lambda: list[inside].__parameters__, lambda: repr(list[inside]), lambda: list[inside][int]):
    try:
        f()
    except RecursionError as e:
        print(e)
