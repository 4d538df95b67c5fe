# weakref.finalize: when the object dies, when called, detached, and at exit in reverse order.
import gc, weakref

class A:
    pass

def say(*args, **kwargs):
    print("say", args, kwargs)

def forget(depth=20):
    row = [None] * 50
    if depth:
        forget(depth - 1)
    gc.collect()

def make():
    a = A()
    f = weakref.finalize(a, say, 1, two=2)
    o, func, args, kwargs = f.peek()
    print(f.alive, o is a, func is say, args, kwargs, f.atexit, weakref.getweakrefcount(a))
    return f

f = make()
forget()
print(f.alive, f.peek(), f.detach(), f(), f.atexit)

a = A()
f = weakref.finalize(a, lambda x: x * 2, 21)
print(f(), f(), f.alive)
f = weakref.finalize(a, say, "detached")
print(f.detach()[2], f.alive, f.detach())
f = weakref.finalize(a, say, "not at exit")
f.atexit = False
print(f.alive, f.atexit)
for i in range(3):
    weakref.finalize(a, say, "at exit", i)
for bad in ((), (a,), (1, say)):
    try:
        weakref.finalize(*bad)
    except TypeError as e:
        print("TypeError")
print("end")
