# A metaclass whose mro() leaves out object, or the base that has __new__.
def attempt(f):
    try: print(f())
    except (TypeError, AttributeError) as e: print(e)

class Base:
    def __new__(cls, *args): return super().__new__(cls)
class Alone(type):
    def mro(cls): return [cls]
class Twice(type):
    def mro(cls): return [cls, cls]
class Hides(type):
    def mro(cls): return [cls, object]
class Keeps(type):
    def mro(cls): return [cls, Base]

for meta in Alone, Twice, Hides, Keeps:
    for bases in (), (Base,):
        if meta is Keeps and not bases: continue
        C = meta("C", bases, {})
        print(meta.__name__, C.__mro__, C.__bases__)
        attempt(lambda: type(C()).__name__)
        attempt(lambda: type(C(1)).__name__)
        attempt(lambda: C.__init__ is object.__init__)
        D = meta("D", (C,), {"x": 5})
        print(D.__mro__, D.x)
        attempt(lambda: type(D(2)).__name__)

class Own(metaclass=Alone):
    def __new__(cls): return "made"
print(Own())

class Late(metaclass=Alone):
    __slots__ = ()
attempt(Late)
Late.__new__ = lambda cls: "late"
print(Late())

class Plain: pass
class Made(metaclass=Alone): pass
m = Plain()
m.__class__ = Made
attempt(lambda: format(m))
attempt(lambda: f"{m:5}")
attempt(lambda: "{}".format(m))
attempt(lambda: m.__class__)
