# StopIteration: value attribute, from return, for loops, next, conversion inside generators.
def g():
    yield 1
    return "val"
it = g()
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args, repr(e))
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)
print(StopIteration().value, StopIteration(5).value, StopIteration(1, 2).value,
      StopIteration((1, 2)).value)
e = StopIteration("a")
e.value = "b"
print(e.value, e.args)
def t():
    yield 1
    return (1, 2)
def d():
    r = yield from t()
    print("r", r)
print(list(d()))
def bad():
    yield 1
    raise StopIteration("inside")
b = bad()
next(b)
try:
    next(b)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
def nested():
    next(iter([]))
    yield
try:
    list(nested())
except RuntimeError as e:
    print(e)
class I:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("x")
print(list(I()), [*I()], next(I(), "default"), tuple(I()), dict(I()))
try:
    raise StopIteration(7)
except StopIteration as e:
    print("caught", e.value)
print(StopAsyncIteration(1).args, list(x for x in I()))
