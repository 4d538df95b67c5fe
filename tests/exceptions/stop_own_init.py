# value of StopIteration and code of SystemExit are made by __init__.
class Stop(StopIteration):
    def __init__(self, *args): pass
class StopSuper(StopIteration):
    def __init__(self, *args): super().__init__(*args[1:])
class Below(Stop): pass
class Exit(SystemExit):
    def __init__(self, *args): pass
class ExitSuper(SystemExit):
    def __init__(self, *args): super().__init__(*args[1:])
class Plain(StopIteration): pass

for cls in Stop, StopSuper, Below, Plain, StopIteration:
    for args in (), (1,), (1, 2), (1, 2, 3):
        e = cls(*args)
        print(cls.__name__, e.args, e.value, end=" ")
        e.__init__(7, 8)
        print(e.args, e.value)
for cls in Exit, ExitSuper, SystemExit:
    for args in (), (1,), (1, 2), (1, 2, 3):
        e = cls(*args)
        print(cls.__name__, e.args, e.code, end=" ")
        e.__init__(7, 8)
        print(e.args, e.code)

class It:
    def __init__(self, e): self.e = e
    def __iter__(self): return self
    def __next__(self): raise self.e
def result(it):
    print((yield from it))
for e in StopSuper(1, 2), Plain(3):
    list(result(It(e)))
