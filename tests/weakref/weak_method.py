# WeakMethod: a bound method that does not keep its receiver.
import gc, weakref

class A:
    def m(self, x):
        return self, x
    def other(self):
        pass

# Another method takes the place of the last one, where the collector might see it.
def forget(depth=20):
    row = [None] * 50
    other = A()
    weakref.WeakMethod(other.m)() == weakref.WeakMethod(other.m)
    if depth:
        forget(depth - 1)
    gc.collect()

a, b = A(), A()
w = weakref.WeakMethod(a.m)
print(w()(1) == (a, 1), w() == a.m, w == weakref.WeakMethod(a.m), w == weakref.WeakMethod(b.m),
      w == weakref.WeakMethod(a.other), hash(w) == hash(weakref.WeakMethod(a.m)))
log = []
v = weakref.WeakMethod(b.m, lambda r: log.append(r is v))
del b
forget()
print(v(), log, v == v, v == w)
for bad in (len, A.m, 1):
    try:
        weakref.WeakMethod(bad)
    except TypeError as e:
        print("TypeError")
