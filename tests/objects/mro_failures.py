# Base class lists that must be refused.
class A: pass
class B(A): pass
class D(dict): pass
class L(list): pass
def attempt(text, **ns):
    try:
        exec(text, {"A": A, "B": B, "D": D, "L": L, **ns})
        print(text, "ok")
    except TypeError as e:
        print(text, "TypeError")
attempt("class C(A, B): pass")
attempt("class C(B, A): pass")
attempt("class C(A, A): pass")
attempt("class C(object, A): pass")
attempt("class C(A, object): pass")
attempt("class C(D, L): pass")
attempt("class C(int, str): pass")
attempt("class C(D, dict): pass")
attempt("class C(bool): pass")
attempt("class C(type(None)): pass")
attempt("class C(range): pass")
attempt("class C(slice): pass")
attempt("class C(type(lambda: 0)): pass")
attempt("class C(5): pass")
attempt("class C('A'): pass")
class P(A): pass
class Q(B): pass
attempt("class C(P, Q): pass", P=P, Q=Q)
class E(P, B): pass
class F(B, P): pass
attempt("class C(E, F): pass", E=E, F=F)
print([k.__name__ for k in E.__mro__], [k.__name__ for k in F.__mro__])
