# A function with one default keeps it without a tuple; __defaults__ makes one that stays.
import gc


def make(value):
    def f(a, b=value):
        return a, b

    return f


class MyTuple(tuple):
    pass


for value in (1, None, "s", (), (1,), ((1, 2),), MyTuple((3,)), [4]):
    f = make(value)
    print(f(0), f(0, 9), f(a=0), f.__defaults__, f.__defaults__ is f.__defaults__, f(0))
    gc.collect()
    print(f(0), f.__defaults__[0] is value)
    f.attribute = 1
    print(f(0), f.__defaults__)

f = make([])
f.attribute = 2
f(0)[1].append(5)
print(f(0), f.__defaults__, f.__defaults__ is f.__defaults__)
for call in (lambda: make(1)(), lambda: make(1)(1, 2, 3)):
    try:
        call()
    except TypeError as e:
        print(e)
f = make(1)
f.__defaults__ = (7, 8)
print(f(), f.__defaults__)
f.__defaults__ = None
try:
    f(1)
except TypeError as e:
    print(e)
g = make((5,))
g.__code__ = (lambda x, y: [x, y]).__code__
print(g(1))
