# __length_hint__ is advisory; __sizeof__, __doc__, __module__, __weakref__-free basics.
class It:
    def __init__(self, hint): self.hint = hint
    def __iter__(self): return iter([1, 2, 3])
    def __length_hint__(self): return self.hint
for h in (0, 3, 1000, NotImplemented):
    print(list(It(h)), tuple(It(h)), end=" ")
print()
for h in (-1, "x"):
    try:
        list(It(h))
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
class Doc:
    """Class doc."""
    def m(self): """Method doc."""
    @property
    def p(self): """Prop doc."""
print(Doc.__doc__, Doc().__doc__, Doc.m.__doc__, Doc.p.__doc__, Doc.__module__, Doc().__module__)
class NoDoc(Doc): pass
print(NoDoc.__doc__)
NoDoc.__doc__ = "assigned"
print(NoDoc.__doc__)
print(Doc.__class__.__name__, Doc.__name__, Doc.__qualname__, Doc.__base__.__name__,
      Doc.__mro__[1].__name__)
print(object.__bases__, object.__base__, type.__bases__, type.__class__ is type,
      isinstance(object, type))
print(callable(object().__str__), object().__eq__(5), object().__ne__(5),
      object.__doc__ is not None)
o = object()
print(o.__eq__(o), o == o, o.__hash__() == hash(o), o.__class__.__name__, bool(o))
for name in ("__str__", "__repr__", "__hash__", "__eq__", "__init__", "__new__", "__class__",
             "__dir__",
             "__format__", "__getattribute__", "__setattr__", "__delattr__", "__init_subclass__"):
    assert hasattr(object, name), name
