# micropython.heap_lock(): allocating raises MemoryError, which can be raised, caught, printed.
import gc
import sys
import micropython
from micropython import heap_lock, heap_locked, heap_unlock

print(heap_lock(), heap_locked(), heap_lock(), heap_locked())
print(heap_unlock(), heap_locked(), heap_unlock(), heap_locked(), heap_unlock())


def message(make):
    heap_lock()
    try:
        make()
    except MemoryError as e:
        return e
    finally:
        heap_unlock()


def deep(n):
    if n:
        return deep(n - 1)
    return [n]


items = [1]
while len(items) < 1000:  # until the next append needs room
    items.append(1)
    used = gc.mem_alloc()
    items.append(1)
    if gc.mem_alloc() != used:
        break
data = bytearray(16)
big = 5
far = 1e100 if sys.maxsize > 1 << 32 else 1  # where floats are no longer held in the word
for make in (lambda: [1], lambda: (items, 1), lambda: {}, lambda: "a%d" % 5, lambda: bytearray(5),
             lambda: big << 100, lambda: big / 1e36 / far, lambda: object(), lambda: lambda: make,
             lambda: items * 2, lambda: items[1:], lambda: data.extend(bytes(1000)),
             lambda: items.append.__self__.append, lambda: (i for i in items), lambda: deep(5),
             lambda: exec("x = 1"), lambda: micropython.mem_info.__name__.upper()):
    e = message(make)
    print("nothing raised" if e is None else e)
print(len(data))

heap_lock()
for i in range(3):
    try:
        try:
            [i, i]
        finally:
            i += 1
    except MemoryError as e:
        print(e)
        sys.print_exception(e)
heap_unlock()
print([i], heap_locked())
