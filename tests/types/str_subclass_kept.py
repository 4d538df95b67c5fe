# Where the str (or bytes) that a special method gives stays an instance of its subclass.
class Text(str):
    def __format__(self, spec):
        return Text("formatted" + spec)
class Plain(str):
    pass
class Octets(bytes):
    pass

class Item:
    def __str__(self):
        return Plain("str")
    def __repr__(self):
        return Plain("repr")
    def __format__(self, spec):
        return Plain("format" + spec)
    def __bytes__(self):
        return Octets(b"bytes")

class OnlyRepr:
    def __repr__(self):
        return Text("only")

i, o = Item(), OnlyRepr()
def show(*values):
    print(*[f"{type(v).__name__} {str.__str__(v) if isinstance(v, str) else bytes(v)}" for v in values], sep="; ")

show(str(i), repr(i), format(i), format(i, "x"), ascii(i), bytes(i))
show(str(o), repr(o), object.__str__(o), o.__str__(), ascii(o))
show(f"{i}", f"{i:x}", f"{i!s}", f"{i!r}", f"{i!a}", f"{i} ", f"{i}{''}")
show(f"{o}", f"{o!s}", f"{o!r}", f"{o!a:>}", f"{Text('a')}", f"{Plain('a')}")
one, two = (i,), ("", i)
show("%s" % i, "%r" % i, "%a" % i, "%s" % one, "%(k)s" % {"k": i}, "%5s" % i, "%.2s" % i, "%s " % i, " %r" % i, "%s%s" % two)
show("{}".format(i), "{:x}".format(i), "{!r}".format(i), "{!s}".format(o), "{!r}".format(o), "{0}".format(i), "{k}".format(k=i), "{k}".format_map({"k": i}))
show("{} ".format(i), "{}{}".format("", i), "{}{}".format(i, ""), "{:{}}".format(i, "y"), "{:{}}".format("a", ""))
show("%s" % Plain("a"), "{}".format(Plain("a")), str(Plain("a")), format(Plain("a")), "".join([Plain("a")]))
show(Octets(i), bytes(Octets(b"a")), b"%b" % i)
show(Plain(i), Text(o))
for cls in bytes, bytearray:
    for v in i, o:
        try:
            print(cls(v))
        except TypeError as e:
            print(e)
