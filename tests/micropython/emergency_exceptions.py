# args: -X heapsize=64K
# alloc_emergency_exception_buf(): exceptions with message and traceback while the heap is locked or full.
import gc
import micropython
from micropython import alloc_emergency_exception_buf, heap_lock, heap_unlock

items, table = [], {}


class Own(Exception):
    pass


def divide():
    return 1 / 0


def given():
    raise ValueError("given")


def own():
    raise Own("mine", 5)


def by_class():
    raise KeyError


def outer():
    divide()


def chained():
    try:
        divide()
    except ZeroDivisionError as e:
        raise ValueError("next") from e


causes = (divide, given, own, by_class, outer, chained, lambda: items[1], lambda: table["k"], lambda: nothing,
          lambda: items.nothing, lambda: int("x"), lambda: items + 1, lambda: divide(1), lambda: open("/no"),
          lambda: [1])


def lines(e):
    found, tb = [], e.__traceback__
    while tb:
        found.append(tb.tb_lineno)
        tb = tb.tb_next
    return found[1:] or found


def attempt(f):
    heap_lock()
    try:
        f()
    except Exception as e:
        caught = e
    heap_unlock()
    print(type(caught).__name__, caught, lines(caught))


def all_causes():
    for f in causes:
        attempt(f)
        gc.collect()


def often(n):
    """Those made before are gone, so the memory is enough for any number of them."""
    good = 0
    heap_lock()
    for i in range(n):
        try:
            divide()
        except ZeroDivisionError:
            good += 1
        except MemoryError:
            pass
    heap_unlock()
    return good


def when_full(n):
    good, keep = 0, None
    for make in (lambda keep: [keep, keep], lambda keep: (keep,)):
        try:
            while True:
                keep = make(keep)
        except MemoryError:
            pass
    for i in range(n):
        try:
            divide()
        except ZeroDivisionError as e:
            good += str(e) == "division by zero" and e.__traceback__ is not None
        except MemoryError:
            pass
    return good


print("-- without")
for f in causes[:4]:
    attempt(f)
print(often(5), when_full(5))
print("-- with")
gc.collect()
before = gc.mem_alloc()
print(alloc_emergency_exception_buf(1000), gc.mem_alloc() - before >= 1000)
all_causes()
print(often(300), when_full(5))
gc.collect()
print(often(300), when_full(5))
gc.collect()
for i in range(2):
    pass  # it is made anew when there is room
print(gc.mem_alloc() - before >= 1000)
alloc_emergency_exception_buf(100)
alloc_emergency_exception_buf(0)
print(often(5), when_full(5))
try:
    alloc_emergency_exception_buf(1 << 20)
except MemoryError as e:
    print(e)
try:
    alloc_emergency_exception_buf(-1)
except ValueError:
    print("ValueError")
