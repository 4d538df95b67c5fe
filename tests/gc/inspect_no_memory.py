# The inspection functions in a full heap: MemoryError, and all is as before.
# args: -X heapsize=96K
import gc
class A:
    pass
keep = []
try:
    while True:
        keep.append((A(), [len(keep)]))
except MemoryError:
    pass
n = len(keep)
failed = 0
for f in (gc.get_objects, lambda: gc.get_referrers(A), lambda: gc.get_referents(*keep[:50], keep)):
    try:
        f()
    except MemoryError:
        failed += 1
print(failed, len(keep) == n, keep[n - 1][1][0] == n - 1)
del keep[n // 4:]
gc.collect()
print(len(gc.get_referrers(A)) >= n // 4, len(gc.get_objects()) > n // 2)
