# __type_params__ of any class: its own, empty if it has none, and settable as other names of
# classes.
class A[T]:
    def f[U](self): pass
class B(A[int]): pass
class C: pass
for cls in (A, B, C, int, type, object):
    print(cls.__name__, cls.__type_params__, "__type_params__" in cls.__dict__)
C.__type_params__ = (1,)
print(C.__type_params__, "__type_params__" in vars(C), A().__type_params__, A.f.__type_params__)
for code in ("int.__type_params__ = ()", "del C.__type_params__",
    "C().__type_params__; B().nothing"):
    try: exec(code)
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
