# Callbacks of objects that die together: newest reference first; errors in them are only reported.
# stderr: ^Exception ignored while calling weakref callback <function bad at 0x[0-9a-f]+>:\nTraceback(.|\n)*ValueError: no\n$
import gc, weakref

class A:
    pass

log = []
def bad(r):
    raise ValueError("no")

def make():
    objects = [A() for i in range(5)]
    for o in objects:
        o.all = objects  # a cycle: they die together
    refs = []
    for i in range(5):
        refs.append(weakref.ref(objects[i], lambda r, i=i: log.append(i)))
    refs.append(weakref.ref(objects[0], bad))
    refs.append(weakref.ref(objects[0], lambda r: log.append([x() for x in refs])))
    weakref.ref(objects[1], lambda r: log.append("a dead reference calls nobody"))
    return refs

# Other objects take the places of the last ones, where the collector might see them.
def forget(depth=20):
    row = [None] * 50
    for x in row:
        x = A()
        x.all = row
        if len(row) < 60:
            row.append(weakref.ref(x))
    if depth:
        forget(depth - 1)

def deeper(f):  # in C frames of its own, so that the current one keeps no word of it
    return list(map(lambda _: f(), [0]))[0]

refs = deeper(make)
forget()
gc.collect()
print(log[0])
print(log[1:])
log.clear()

# in an automatic collection: before the next instruction
refs = deeper(make)
forget()
while not log:
    x = [None] * 1000
print(len(log))

# a callback may collect, and make and drop references
def busy(r):
    a = A()
    keep.append(weakref.ref(a, busy if len(keep) < 5 else None))
    gc.collect()
keep = []
a = A()
keep.append(weakref.ref(a, busy))
del a
for i in range(20):
    forget()
    gc.collect()
print(len(keep))
