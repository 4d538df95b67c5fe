# Objects that die together: __del__ in the order they were made, whoever refers to whom.
import gc, weakref

def forget(depth=20):
    row = [None] * 50
    if depth:
        forget(depth - 1)

def deeper(f):  # in C frames of its own, so that the current one keeps no word of it
    return list(map(lambda _: f(), [0]))[0]

log = []
class A:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        log.append((self.n, [r() for r in self.refs] if hasattr(self, "refs") else None))

def chain():
    objects = [A(i) for i in range(100)]
    for i in range(99):
        objects[i if i % 2 else i + 1].next = objects[i + 1 if i % 2 else i]
    objects[0].next = objects[99]
    objects[7].refs = [weakref.ref(o) for o in objects[5:9]]  # cleared before any __del__
deeper(chain)
forget()
gc.collect()
print([n for n, refs in log] == list(range(100)), log[7])
log.clear()

# compaction does not change the order
def holes():
    junk = []
    objects = []
    for i in range(300):
        junk.append(bytearray(100))
        objects.append(A(i))
    del junk[::2]
    return objects
def compacted():
    objects = deeper(holes)
    forget()
    gc.compact()
    print(len(objects))
deeper(compacted)
forget()
gc.collect()
print([n for n, refs in log] == list(range(300)))
log.clear()

# generators that wait in a try take their turn among them
def gen(n):
    try:
        yield n
    finally:
        log.append(("closed", n))
def mixed():
    a = A(1)
    g = gen(2)
    next(g)
    b = A(3)
    h = gen(4)
    next(h)
    unstarted = gen(5)
    finished = gen(6)
    list(finished)
    log.clear()
deeper(mixed)
forget()
gc.collect()
print(log)
