# args: -X heapsize=64M
# Finalisers that resurrect, allocate, collect, loop and touch containers.
import gc
log = []
def apart(f, *args):
    # Through C: a loop of its own, whose words on the C stack are gone afterwards.
    max([0], key=lambda _: (f(*args), 0)[1])
class Alloc:
    def __del__(self): log.append([[i] for i in range(100)] and "alloc")
class Collect:
    def __del__(self):
        gc.collect()
        log.append("collect")
class Spawn:
    n = 0
    def __del__(self):
        Spawn.n += 1
        if Spawn.n < 5: Spawn()
def drop(c):
    c()
    [c() for _ in range(2)]
apart(drop, Alloc)
gc.collect()
print(log)
log.clear()
apart(drop, Collect)
gc.collect()
print(log)
def spawn(): Spawn()
apart(spawn)
for _ in range(8): gc.collect()
print(Spawn.n)
class Node:
    def __init__(self): self.ring = [self]
    def __del__(self): log.append(len(self.ring))
log.clear()
def ring():
    for _ in range(3): Node()
apart(ring)
gc.collect()
print(log)
class InContainer:
    def __init__(self, owner): self.owner = owner
    def __del__(self): self.owner.append("dead")
owner = []
def fill():
    l = [InContainer(owner) for _ in range(3)]
    l.clear()
    d = {1: InContainer(owner)}
    d[1] = None
    s = (InContainer(owner),)
apart(fill)
gc.collect()
print(owner)
saved = []
class Res:
    times = 0
    def __del__(self):
        Res.times += 1
        saved.append(self)
def res(): Res()
apart(res)
gc.collect()
saved.clear()
gc.collect()
print(Res.times)
big = [None] * 1000
for i in range(1000): big[i] = [big, i]
del big
gc.collect()
def deep():
    x = None
    for _ in range(100000): x = [x]
    return x
x = deep()
x = None
gc.collect()
print("deep chain freed", gc.collect() >= 0)
