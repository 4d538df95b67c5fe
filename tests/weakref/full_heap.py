# args: -X heapsize=256K
# Weak references made in a full heap, whose index finds no memory to grow in: a few collections,
# not one for each of them.
import json
import micropython
import os
import sys
import weakref


class Object:
    __slots__ = ("__weakref__",)


def fill(kept):
    size = 32768
    while size >= 8:
        try:
            kept.append(bytearray(size))
        except MemoryError:
            size //= 2


def insert(refs, objects, i):
    try:
        while True:
            refs[i] = weakref.ref(objects[i])
            i += 1
    except MemoryError:
        return i


def collections(path):
    with open(path) as f:
        return json.loads(f.readline())["collections"]


FULL = 1024  # then the index is to grow to twice as many words
word = 8 if sys.maxsize > 2 ** 32 else 4
paths = [os.getenv("TMPDIR") + "/" + name for name in ("before", "after")]
before, after = [open(path, "w") for path in paths]
objects = [Object() for _ in range(FULL + 400)]
refs = [None] * len(objects)
for i in range(FULL):
    refs[i] = weakref.ref(objects[i])
reserve = bytearray(1500 * word)
for_snapshots = [bytearray(1000), bytearray(1000)]
kept = []
fill(kept)
reserve = None
for_snapshots.pop()
micropython.heap_snapshot(before)
end = insert(refs, objects, FULL)
for_snapshots.pop()
micropython.heap_snapshot(after)
kept = None
before.close()
after.close()
count = collections(paths[1]) - collections(paths[0])
print(end - FULL > 50, count < 10 or count)
for i in range(end, len(objects)):  # with memory again
    refs[i] = weakref.ref(objects[i])
print(all(refs[i]() is objects[i] for i in range(len(objects))),
      refs[FULL] is weakref.ref(objects[FULL]))
