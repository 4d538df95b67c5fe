# gi_frame, gi_running, gi_yieldfrom, gi_code; re-entry; names.
def sub(): yield 1
def g():
    print(it.gi_running, end=" ")
    yield 0
    yield from s
it = g()
s = sub()
print(it.gi_running, it.gi_frame is not None, it.gi_yieldfrom, it.gi_code.co_name, it.__name__,
      it.__qualname__)
next(it)
print(it.gi_running, it.gi_yieldfrom)
next(it)
print(it.gi_yieldfrom is s)
print(list(it), it.gi_frame, it.gi_running, it.gi_yieldfrom)
def reenter():
    try:
        next(me)
    except ValueError as e:
        yield str(e)
    try:
        me.send(None)
    except ValueError as e:
        yield str(e)
    for bad in (lambda: me.throw(KeyError), me.close):
        try:
            bad()
        except ValueError as e:
            yield type(e).__name__
me = reenter()
print(list(me))
gen = (x for x in range(2))
print(gen.__name__, gen.gi_code.co_name)
gen.__name__ = "renamed"
print(gen.__name__, type(gen).__name__)
try:
    type(gen)()
except TypeError:
    print("cannot create generators directly")
class C:
    def m(self): yield
print(C().m().__qualname__, next(C().m()), repr(C().m()).startswith("<generator object C.m at"))
