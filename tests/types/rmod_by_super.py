# super().__rmod__() formats the instance of a subclass, not the text in it.
class S(str):
    def __str__(self):
        print("str", end=" ")
        return "from str"

    def __rmod__(self, other):
        return super().__rmod__(other)


class B(bytes):
    def __rmod__(self, other):
        return super().__rmod__(other)

    def __bytes__(self):
        print("bytes", end=" ")
        return b"from bytes"

    def __mul__(self, n):
        return super().__rmul__(n)


for f in (lambda: "a%s" % S("x"), lambda: "a%x" % S("x"), lambda: S("x").__rmod__("%s|%s"), lambda: S("x").__rmod__(5),
          lambda: b"a%b" % B(b"x"), lambda: b"a%x" % B(b"x"), lambda: B(b"x") * 2, lambda: 2 * B(b"x"), lambda: B(b"x") * "a"):
    try:
        print(f())
    except TypeError as e:
        print(e)
