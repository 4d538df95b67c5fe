# Which metaclass a class statement or type() calls, and with which arguments.
def run(source):
    try:
        exec(source, globals())
    except TypeError as e:
        print(source.split("\n")[0], "TypeError", e)

class M(type):
    def __new__(meta, name, bases, d, **kw):
        print("new", name, kw)
        return super().__new__(meta, name, bases, d)
    def __init__(cls, name, bases, d, **kw):
        print("init", name, kw)
        super().__init__(name, bases, d)
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"p": 1}

class A(metaclass=M, z=1): pass
class Other(type): pass
class B:
    def __init_subclass__(cls, **kw): print("subclass", cls, kw)

print(type(type("C", (A,), {}, x=1)))   # type() hands its keywords on to M
type("C", (B,), {}, x=1)
run("type('C', (), {}, x=1)")
run("M('C', (B,), {}, x=1)")
run("class D(A, k=2, metaclass=type): pass")
run("class D(A, k=2, metaclass=Other): pass")

# The metaclass is the type of the first base, whatever that is.
run("class D(5): pass")
run("class D([1]): pass")
run("class D(A, 5): pass")
run("class D(B, 5): pass")
run("class D(5, B): pass")
class Thing:
    def __init__(self, *args, **kw): print("Thing", args[:1], [type(a) for a in args], kw)
thing = Thing()
run("class D(thing): pass\nprint(type(D))")
run("class D(thing, k=3): pass\nprint(type(D))")
run("class D(thing, thing): pass\nprint(type(D))")
run("class D(thing, B): pass\nprint(type(D))")

# __mro_entries__, also as an attribute of the instance.
class Entry:
    def __init__(self, *result): self.result = result
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return self.result
run("class D(Entry(A)): pass\nprint(D.__bases__, len(D.__orig_bases__))")
run("class D(Entry(), A): pass\nprint(D.__bases__, len(D.__orig_bases__))")
run("class D(Entry(), Entry()): pass\nprint(D.__bases__, len(D.__orig_bases__))")
run("class D(Entry(5)): pass")
run("class D(Entry(thing)): pass")
thing.__mro_entries__ = lambda bases: (B,)
run("class D(thing): pass\nprint(D)")
class Wrong:
    def __mro_entries__(self, bases): return [B]
run("class D(Wrong()): pass")
Wrong.__mro_entries__ = None
run("class D(Wrong()): pass")
for f in (type, M):
    for bases in ((Entry(B),), (5,), (A, 5), (Thing(),)):
        try:
            f("D", bases, {})
        except TypeError as e:
            print(e)
