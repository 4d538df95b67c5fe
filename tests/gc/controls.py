# gc: collect, enable, threshold, compact, callbacks and figures.
import gc

print(type(gc.collect()), type(gc.collect(0)), type(gc.collect(generation=1)), gc.collect(2) >= 0)
for bad in (3, -1, "a"):
    try:
        gc.collect(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
before = gc.mem_alloc()
x = bytearray(10000)
print(10000 <= gc.mem_alloc() - before <= 10100, gc.mem_free() > 0)
print(gc.threshold(), gc.threshold(1000), gc.threshold(), gc.threshold(0), gc.threshold(), gc.threshold(-5), gc.threshold())
print(len(gc.get_count()), gc.garbage)

# callbacks
log = []
def callback(phase, info):
    log.append((phase, info["generation"], sorted(info), info["collected"] > 0))
def drop(n):
    for i in range(n):
        [i, [i]]
gc.callbacks.append(callback)
drop(10)
gc.collect()
print(log)
log.clear()
gc.threshold(2000)
drop(100)
print(len(log) > 2, [p for p, *rest in log[:4]], len(log) % 2)
gc.threshold(-1)
gc.callbacks.remove(callback)
log.clear()
gc.collect()
print(log, gc.callbacks)

# compact
def holes():
    junk = [bytearray(200 if i % 2 else 48) for i in range(500)]
    del junk[::2]
    return junk
junk = holes()
grown = gc.compact()
print(grown >= 0, gc.compact() >= 0, len(junk))
