# stderr: ^Traceback \(most recent call last\):\n  File "schedule.py", line [0-9]+, in fail\nValueError: 7\n$
# micropython.schedule(): at most four wait, they run in order, between instructions, never nested.
import gc
import time
import micropython
from micropython import schedule

log = []


def spin():  # jumps backwards: where pending things are seen to
    n = 0
    while n < 5:
        n += 1


def nested(n):
    log.append(("in", n))
    if n < 3:
        schedule(nested, n + 1)
        spin()
        time.sleep(0)
    log.append(("out", n))


schedule(nested, 0)
spin()
spin()
spin()
spin()
print(log)

log.clear()


def fill(_):  # inside a callback nothing else is started: the queue fills
    try:
        for i in range(9):
            schedule(log.append, i)
    except RuntimeError as e:
        print(type(e).__name__, e)


schedule(fill, None)
spin()
spin()
print(log)

log.clear()
schedule(log.append, "slept")
time.sleep_ms(1)
print(log)

for bad in (None, 3, "f"):
    try:
        schedule(bad, 0)
    except TypeError as e:
        print(e)
try:
    schedule(spin)
except TypeError:
    print("TypeError")


# Errors of a callback are reported, the program goes on; what ends programs gets through.
def fail(n):
    raise ValueError(n)


def leave(n):
    raise SystemExit(n)


try:
    raise KeyError
except KeyError:
    schedule(fail, 7)
    schedule(log.append, "after")
    spin()
print(log)
try:
    schedule(leave, 5)
    spin()
    print("not reached")
except SystemExit as e:
    print("SystemExit", e)

# It allocates nothing.
def count(n):
    counter[0] += n


counter = [0]
gc.collect()
micropython.heap_lock()
used = gc.mem_alloc()
schedule(count, 10)
schedule(count, 1)
spin()
used -= gc.mem_alloc()
micropython.heap_unlock()
print(counter, used)
