# args: -X heapsize=256K
# After a churn of small buffers, nearly all that is free can be had in one piece.
import gc


def fill():
    keep = []
    try:
        while True:
            keep.append(bytearray(48))
            keep.append(bytearray(200))
    except MemoryError:
        pass
    return keep


def granted(size):
    try:
        return len(bytearray(size)) == size
    except MemoryError:
        return False


for first in 0, 1:
    keep = None
    keep = fill()
    print(len(keep) > 100)
    for i in range(first, len(keep), 2):
        keep[i] = None
    gc.collect()
    free = gc.mem_free()
    print(free > 10000, granted(free * 95 // 100))
    print(all(b is None or not any(b) for b in keep))
