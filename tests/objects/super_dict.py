# super() finds __dict__ and __weakref__ only after the class that brings them.
def attempt(f):
    try:
        return f()
    except AttributeError as e:
        return str(e)

class First:
    def look(self):
        return attempt(lambda: super(First, self).__dict__), attempt(lambda: super(First, self).__weakref__)
    @classmethod
    def look_class(cls):
        return attempt(lambda: type(super(First, cls).__dict__).__name__)
class Second(First):
    x = 1
    def look(self):
        return super().look(), attempt(lambda: super(Second, self).__dict__), attempt(lambda: super(Second, self).__weakref__)
    @classmethod
    def look_class(cls):
        return super().look_class(), attempt(lambda: type(super(Second, cls).__dict__).__name__)
for o in First(), Second():
    o.q = 1
    print(o.look(), o.look_class())

class Slotted:
    __slots__ = ()
    def look(self):
        return attempt(lambda: super(Slotted, self).__dict__)
class Below(Slotted):
    def look(self):
        return super().look(), attempt(lambda: super(Below, self).__dict__), self.__dict__
print(Below().look())

class Error(Exception):
    def look(self):
        return attempt(lambda: super(Error, self).__dict__)
class List(list):
    def look(self):
        return attempt(lambda: super(List, self).__dict__)
class ListBelow(List):
    def below(self):
        return attempt(lambda: super(ListBelow, self).__dict__)
print(Error().look(), List().look(), ListBelow().look(), ListBelow().below())

class Meta(type):
    def look(cls):
        return attempt(lambda: sorted(super(Meta, cls).__dict__)[-1])
class Made(metaclass=Meta):
    z = 1
    __zz = 2
print(Made.look() >= "__weakref__")
