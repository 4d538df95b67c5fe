# sys.exc_info and sys.exception through nested handlers, functions and generators.
import sys
def cur():
    e = sys.exc_info()[1]
    return repr(e)
print(cur())
try:
    raise KeyError("a")
except KeyError:
    print(cur())
    try:
        raise ValueError("b")
    except ValueError:
        print(cur(), (lambda: cur())())
    print(cur())
    try:
        pass
    finally:
        print("finally", cur())
print(cur())
def f():
    try:
        raise TypeError("f")
    except TypeError:
        return cur()
try:
    raise KeyError("outer")
except KeyError:
    print(f(), cur())
def gen():
    print("gen start", cur())
    try:
        raise OSError("g")
    except OSError:
        yield cur()
        print("resumed", cur())
    yield cur()
g = gen()
try:
    raise KeyError("around")
except KeyError:
    print(next(g), cur())
print(cur())
print(next(g))
for i in range(2):
    try:
        raise IndexError(i)
    except IndexError:
        print(cur())
        continue
print(sys.exception(), cur())
