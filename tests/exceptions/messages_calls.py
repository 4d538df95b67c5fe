# Messages of wrong calls that users see every day.
def f(a, b, c=1): pass
def g(*, k, m): pass
def h(): pass
def p(a, /, b): pass
class C:
    def __init__(self, x): pass
    def m(self, y): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(z): pass
c = C(1)
n, none, s = 5, None, "s"
for code in ("f()", "f(1)", "f(1, 2, 3, 4)", "f(1, 2, zz=3)", "f(1, a=2)", "f(1, 2, 3, c=4)", "g()",
             "g(k=1)", "g(1)", "h(1)", "h(x=1)", "p()", "p(a=1, b=2)", "p(1, 2, 3)", "C()",
             "C(1, 2)", "c.m()",
             "c.m(1, 2)", "c.m(q=1)", "C.m()", "c.cm(1)", "c.sm()", "(lambda x: x)()",
             "(lambda: 0)(1)", "f(**{'a': 1})", "f(*[1], **{'a': 5})", "n()", "none()", "c()",
             "s()", "h()()"):
    try:
        exec(code)
        print(code, "ok")
    except TypeError as e:
        print(code, "->", e)
