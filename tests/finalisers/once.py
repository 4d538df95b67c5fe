# __del__ runs once, also for objects that come back to life; errors in it are only reported.
# stderr: ^Exception ignored while calling deallocator <function Bad.__del__ at 0x[0-9a-f]+>:\nTraceback(.|\n)*ZeroDivisionError: division by zero\n$
import gc

# Other objects take the places of the last ones, where the collector might see them.
class Filler:
    def __init__(self, n):
        self.n = n
        self.data = [n]

def forget(depth=20):
    row = [None] * 50
    for i in range(20):
        Filler(i)
    if depth:
        forget(depth - 1)

def deeper(f):  # in C frames of its own, so that the current one keeps no word of it
    return list(map(lambda _: f(), [0]))[0]

kept = []
class Back:
    def __init__(self, n):
        self.n = n
        self.data = [n]
    def __del__(self):
        kept.append(self)

def make(n):
    for i in range(n):
        Back(i)
make(3)
forget()
gc.collect()
print(sorted(b.n for b in kept), [b.data for b in kept], [gc.is_finalized(b) for b in kept])
x = Back(9)
print(gc.is_finalized(x), gc.is_finalized(1))
kept.clear()
forget()
gc.collect()
print(kept)

# what a dying object refers to comes back with it
class Inner:
    def __del__(self):
        print("inner")
class Outer:
    def __init__(self):
        self.inner = Inner()
    def __del__(self):
        print("outer", self.inner is not None)
        kept.append(self.inner)
def make_outer():
    Outer()
deeper(make_outer)
forget()
gc.collect()
print(len(kept))
kept.clear()
forget()
gc.collect()
print("gone")

class Bad:
    def __del__(self):
        1 / 0
def make_bad():
    Bad()
deeper(make_bad)
forget()
gc.collect()

# __del__ that makes garbage with a __del__, and collects
made = []
class Nest:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        made.append(self.n)
        if self.n:
            Nest(self.n - 1)
            gc.collect()
def make_nest():
    Nest(5)
deeper(make_nest)
for i in range(10):
    forget()
    gc.collect()
print(made)

# __del__ that a class gets or loses later, also by __class__
class Late:
    def __init__(self, n):
        self.n = n
class Sub(Late):
    pass
log = []
def make_late():
    return [Late(1), Sub(2), Late(3)]
def gains():
    objects = make_late()
    Late.__del__ = lambda self: log.append(self.n)
    Late.__del__ = lambda self: log.append(-self.n)
    objects += make_late()
deeper(gains)
forget()
gc.collect()
print(sorted(log))
log.clear()
def loses():
    objects = make_late()
    del Late.__del__
deeper(loses)
forget()
gc.collect()
print(log)
class Other:
    def __del__(self):
        log.append("other")
class Plain:
    pass
p = Plain()
p.__class__ = Other
p.__class__ = Plain
p.__class__ = Other
del p
forget()
gc.collect()
print(log)
