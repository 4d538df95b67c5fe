# exit: 1
# stderr: KeyError: 'second'
# An exception whose __str__ cuts the chain that is being printed, and a class made half.
class Cutter(Exception):
    def __str__(self):
        last.__context__ = last.__cause__ = None
        return "cut"
class Meta(type):
    def mro(cls):
        return cls.__base__.__mro__ if cls.__base__ else [cls, type("Sub", (cls,), {}), object]
for make in (lambda: Meta("A", (), {}), lambda: type("A", (), {"__classcell__": 5})):
    try:
        make()
        print("made")
    except TypeError as e:
        print("TypeError")
last = KeyError("second")
last.__cause__ = Cutter()
raise last
