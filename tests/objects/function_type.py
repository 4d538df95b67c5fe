# FunctionType and CellType can be called.
def base(a, b=2, *, c=3):
    return a, b, c, glob
glob = 'here'
F = type(base)
f = F(base.__code__, {'glob': 'there'})
for args in (1, 2), (1,):
    try: print(f(*args))
    except TypeError as e: print(e)
f = F(base.__code__, globals(), 'renamed', (5,), None, {'c': 6})
print(f(1), f.__name__, f.__defaults__, f.__kwdefaults__, f.__globals__ is globals())
f = F(code=base.__code__, globals={'glob': 4}, argdefs=(7, 8))
f.__kwdefaults__ = {'c': 9}
print(f())

def outer():
    n = 1
    def inner(k):
        nonlocal n
        n += k
        return n
    return inner
inner = outer()
C = type(inner.__closure__[0])
cell = C(10)
g = F(inner.__code__, {}, closure=(cell,))
print(g(5), inner(1), cell.cell_contents, C().__class__ is C)
try: C().cell_contents
except ValueError as e: print(e)
try: C(1, 2)
except TypeError as e: print('TypeError')
e = C()
e.cell_contents = 4
print(e.cell_contents)
for args in ((1, {}), (base.__code__, 1), (base.__code__, {}, 1), (base.__code__, {}, None, 1),
             (base.__code__, {}, None, None, ()), (base.__code__, {}, None, None, (cell,)),
             (base.__code__, {}, None, None, 5), (inner.__code__, {}), (inner.__code__, {}, None, None, ()),
             (inner.__code__, {}, None, None, (1,)), (base.__code__,), ()):
    try: print(F(*args).__name__)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
# Defaults for code that had none, and its generators.
def gen(a):
    yield a
f = F(gen.__code__, {}, None, (3,))
print(list(f()), f.__defaults__, F(gen.__code__, {}).__defaults__)
