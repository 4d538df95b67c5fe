# The names that every module has, and dir() of builtin modules, keep nothing on the heap.
import gc, math
def ask(m):
    dir(m)
    return m.__package__, m.__spec__.name, m.__loader__, m.__doc__, len.__self__, math.sin.__module__
def used():
    gc.collect()
    return gc.mem_alloc()
ask(math)
before = used()
ask(math)
print(ask(math)[:2], used() - before < 64)
import gc as other
before = used()
names = len(dir(other))
print(names > 5, used() - before < 64)
