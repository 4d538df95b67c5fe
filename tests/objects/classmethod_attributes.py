# classmethod and staticmethod objects have attributes of their own, beginning with those of the function.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def names(o):
    return sorted(n for n in vars(o) if n not in ("__annotations__", "__annotate__"))  # not before 3.14


def put(o, name, *v):
    def f():
        if v:
            setattr(o, name, *v)
        else:
            delattr(o, name)
        return name, getattr(o, name, "gone")
    show(f)


def function(a, b: int = 1) -> str:
    "text"
    return b


class Own(classmethod):
    pass


class OwnStatic(staticmethod):
    kind = "own"

    @property
    def shout(self):
        return self.__name__.upper()


for kind in (classmethod, staticmethod, Own, OwnStatic):
    def f(a, b: int = 1) -> str:
        "text"
        return b
    w = kind(f)
    print(kind.__name__, w.__name__, w.__doc__, w.__module__, w.__qualname__, w.__wrapped__ is f, w.__func__ is f)
    print(names(w), w.__dict__["__name__"], w.__dict__ is w.__dict__)
    w.a = 1
    w.__dict__["b"] = 2
    print(w.a, w.b, names(w), w.__func__ is f, hasattr(w, "c"), hasattr(f, "a"))
    put(w, "__name__", "renamed")
    put(w, "__doc__", "other")
    del w.__doc__
    print("__doc__" in vars(w))
    put(w, "a")
    show(lambda: w.a)
    print(w.__name__, f.__name__, f.__doc__)
    put(w, "__isabstractmethod__", True)
    put(w, "__func__", 1)
    put(w, "__wrapped__", 1)
    f.__isabstractmethod__ = True
    print(w.__isabstractmethod__)
    print(w.__annotations__["b"].__name__, w.__annotations__ == f.__annotations__)
    w.__annotations__ = {"x": 1}
    print(w.__annotations__, f.__annotations__["b"].__name__)
    show(lambda: w.__dict__.__class__.__name__)
    w.__dict__ = {"only": 1}
    print(w.only, hasattr(w, "__name__"), hasattr(w, "b"), w.__func__ is f)
    show(lambda: setattr(w, "__dict__", 5))
    w.__init__(len)
    print(w.only, w.__name__, w.__func__ is len, repr(w))
    show(lambda: kind(5).__name__)
    put(kind(f), "__class__", int)
print(OwnStatic(function).shout, OwnStatic(function).kind)


class A:
    @classmethod
    def c(cls, x=0):
        return cls.__name__, x

    @staticmethod
    def s(x=0):
        return "static", x


class B(A):
    def both(self):
        return super().c(1), super().s(2)


def calls():
    return A.c(1), A().c(2), A.s(3), A().s(4), B.c(5), B().both(), A.c.__self__ is A


print(calls())
for _ in range(3):
    vars(A)["c"].mark = "c"
    vars(A)["s"].mark = "s"
    print(calls(), vars(A)["c"].mark, vars(A)["s"].mark, vars(A)["s"](6))
show(lambda: A.s.mark)
vars(A)["c"].__func__.mark = "on the function"
print(A.c.mark)


class New:
    def __new__(cls, x):
        self = object.__new__(cls)
        self.x = x
        return self


vars(New)["__new__"].mark = 1
print(New(5).x, [New(i).x for i in range(3)], vars(New)["__new__"].mark)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return {"prepared": name}


vars(Meta)["__prepare__"].mark = 1


class M(metaclass=Meta):
    pass


print(M.prepared)


class Named:
    def __getattr__(self, name):
        if name == "__doc__":
            raise ValueError
        return name


print(staticmethod(Named()).__dict__["__name__"])
