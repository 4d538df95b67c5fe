# The micropython module: const, opt_level, mem_info's presence, heap lock.
import micropython
from micropython import const
X = const(5)
_Y = const(1 << 4)
print(X, _Y, const("s"), const((1, 2)))
print(isinstance(micropython.opt_level(), int))
micropython.heap_lock()
x = 1 + 2
try:
    l = [0] * 100
    print("allocated")
except MemoryError:
    caught = True
micropython.heap_unlock()
print(caught, x)
print(callable(micropython.mem_info), callable(micropython.qstr_info),
      callable(micropython.stack_use))
print(len([0] * 100))
