# Assigning __bases__: subclasses follow, or nothing changes.
class Plain:
    pass


class X(Plain):
    pass


class Y(X):
    pass


class Below(Y):
    pass


class Z:
    foo = 3

    def __getattr__(self, name):
        return "got " + name


print(hasattr(Below(), "foo"))
X.__bases__ = (Z,)
print(Below().foo, Y().bar, [c.__name__ for c in Below.__mro__])


class A:
    __slots__ = ("x",)


class B:
    __slots__ = ("y",)


class C(A):
    pass


def attempt(cls, bases):
    try:
        cls.__bases__ = bases
        print("done")
    except TypeError as e:
        print("TypeError", e)


attempt(C, (B,))
attempt(X, (Below,))
attempt(X, (5,))
attempt(X, ())
attempt(X, (list,))


class P(Z):
    pass


class Q(Z):
    pass


class R(P, Q):
    pass


class S(Q, P):
    pass


class T(P):
    pass


class U(T):
    pass


class V(U, Q):
    pass


attempt(T, (S,))
print([c.__name__ for c in U.__mro__], [c.__name__ for c in V.__mro__])
attempt(U, (R,))
attempt(U, (T,))
print([c.__name__ for c in U.__mro__], [c.__name__ for c in V.__mro__])
