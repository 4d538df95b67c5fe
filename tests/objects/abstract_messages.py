# What is said of an abstract class: the methods in order, and other errors on the way there.
class A: pass
for names in ({"f"}, {"f", "g"}, ["z", "b", "a"], "x", [1], ["a", 1], 5, iter(["one"])):
    A.__abstractmethods__ = names
    try: A()
    except TypeError as e: print(e)
class Empty(list):
    def __bool__(self): return True
A.__abstractmethods__ = Empty()
try: object.__new__(A)
except TypeError as e: print(e)
