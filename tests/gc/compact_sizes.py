# args: -X heapsize=64K
# Compaction knows the size of each cell, wherever the free run was that it began with: instances
# whose attributes are in a dict are traced by their size.
import gc


class Many:
    def __init__(self, i):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = self.h = i


seed = 1
def random(n):
    global seed
    seed = seed * 1103515245 + 12345 & 0x7fffffff
    return (seed >> 8) % n


good = 0
for turn in range(150):
    kept = []
    for i in range(60):
        x = Many(i)
        if random(2):
            x.__dict__  # now in a dict
        kept.append(x)
        kept.append(bytearray(random(200)))
        if not random(8):
            id(kept[-1])  # stays where it is
    for i in range(len(kept)):
        if random(2):
            kept[i] = None
    for n in range(random(40)):
        kept.append((n, n))  # the run goes on from somewhere
    if turn % 2:
        gc.compact()
    else:
        try:
            bytearray(max(gc.mem_free() - 3000, 0))
        except MemoryError:
            pass
    good += all(x.a == x.h and x.__dict__["d"] == x.d for x in kept if type(x) is Many)
print(good)
