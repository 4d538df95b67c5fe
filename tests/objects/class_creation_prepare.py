# __prepare__, metaclasses that are no types, and the variable __class__ of the methods.
def run(source):
    try:
        exec(source, globals())
    except (TypeError, RuntimeError) as e:
        print(source.split("\n")[0], type(e).__name__, e)

class M(type):
    @classmethod
    def __prepare__(*args, **kw): return result
for result in (5, [1], (), {"a": 3}, {"__name__": "elsewhere"}):
    run("class D(metaclass=M): pass\nprint(hasattr(D, 'a'), D.__module__)")
class N(type):
    __prepare__ = None
run("class D(metaclass=N): pass")

run("class D(metaclass=lambda *a, **k: (a[0], a[1], sorted(a[2]), k), a=1, b=2): pass\nprint(D)")
def function(name, bases, d): return sorted(d)
function.__prepare__ = lambda name, bases: {"q": 3}
run("class D(metaclass=function): pass\nprint(D)")
function.__prepare__ = lambda name, bases: 7
run("class D(metaclass=function): pass")
for meta in (5, None, int, dict):
    run("class D(metaclass=meta): pass")

# type.__new__ must see the __classcell__ of this class, and no other class may.
class Dropped(type):
    def __new__(m, n, b, d):
        d.pop("__classcell__", None)
        return super().__new__(m, n, b, d)
class Wrong(type):
    def __new__(m, n, b, d):
        d["__classcell__"] = 5
        return super().__new__(m, n, b, d)
class Twice(type):
    def __new__(m, n, b, d):
        first = super().__new__(m, n, b, d)
        super().__new__(m, n, b, d)
        return first
class Again(type):
    def __new__(m, n, b, d):
        super().__new__(m, n, b, d)
        return super().__new__(m, n, b, d)
for meta in (Dropped, Wrong, Twice, Again, lambda *args: 5):
    run("class D(metaclass=meta):\n    def f(self): return __class__\n"
        "print(D == 5 or D().f() is D)")
run("class D(metaclass=Dropped): pass\nprint(D)")

def outer():
    z = 3
    def inner(): return z
    return inner
inner = outer()
D = type("D", (), {"__classcell__": inner.__closure__[0]})
print(inner() is D, "__classcell__" in D.__dict__)
