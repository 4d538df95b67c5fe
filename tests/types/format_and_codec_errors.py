# Subclasses of str and numbers: format() without a spec asks __str__, errors name the class.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for base, value in (int, 5), (float, 2.5), (str, "a"), (complex, 1j):
    class Shown(base):
        def __str__(self):
            return "shown"

    class Plain(base):
        pass

    for x in Shown(value), Plain(value):
        attempt(lambda: format(x))
        attempt(lambda: x.__format__(""))
        attempt(lambda: f"{x:8}")
        attempt(lambda: base.__format__(x, ">6"))
        attempt(lambda: f"{x:q}")
        attempt(lambda: f"{x:5.2qq}")
attempt(lambda: True.__format__(""))
attempt(lambda: format(True, "q"))
attempt(lambda: int.__format__("a", ""))

def overflows(f): # the words are those of a C int or of a word
    try:
        return f()
    except OverflowError:
        return "OverflowError"

print(overflows(lambda: "%.*a" % (2**31, 1)))
print(overflows(lambda: "%.*a" % 2**31))
attempt(lambda: "%.99999999999a" % 1)
print(overflows(lambda: "% 5.*x" % (-10**18, 10)))
attempt(lambda: "% 5.*x" % (-3, 10))
attempt(lambda: b"".decode("no such"))
attempt(lambda: str(b"", "no such"))
attempt(lambda: b"".decode("no\0such"))
attempt(lambda: b"a".decode("no such"))
attempt(lambda: "".encode("no such"))
attempt(lambda: sum(5, b""))
attempt(lambda: sum([], b""))
