# gc.mem_free and mem_alloc: shape and direction.
import gc
gc.collect()
f, a = gc.mem_free(), gc.mem_alloc()
print(isinstance(f, int), isinstance(a, int), f > 0, a > 0)
big = bytearray(20000)
print(gc.mem_alloc() - a >= 20000, f - gc.mem_free() >= 20000, gc.mem_free() + gc.mem_alloc() > 0)
big = None
gc.collect()
print(gc.mem_alloc() - a < 20000)
print(gc.threshold() is not None or True, gc.isenabled())
