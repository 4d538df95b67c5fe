# time: types and relations only.
import time
t = time.time()
print(isinstance(t, (int, float)), t > 1600000000, time.time() >= t)
n = time.time_ns()
print(isinstance(n, int), n > 16 * 10 ** 17)
lt = time.localtime(0)
g = time.gmtime(0)
print(tuple(g)[:6], len(tuple(g)) in (8, 9), tuple(g)[6:8], len(tuple(lt)) in (8, 9))
print([tuple(time.gmtime(s))[:8] for s in (951782400, 1582934400, 4102444799, 86399)])
lt = time.localtime(1000000000)
print(time.mktime(lt) == 1000000000, int(time.mktime(time.localtime(t))) == int(t))
a = time.monotonic()
time.sleep(0.02)
b = time.monotonic()
print(b - a >= 0.015, b - a < 5)
p = time.perf_counter()
print(time.perf_counter() >= p, isinstance(time.process_time(), float))
time.sleep(0)
for bad in (-1, "x", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
for bad in (float("nan"), 1e300, "a", 1 << 80):
    try:
        time.localtime(bad)
    except (ValueError, TypeError, OverflowError, OSError):
        print("refused", end=" ")
print()
for bad in ((1, 2), "x", 5, ("a",) * 9):
    try:
        time.mktime(bad)
    except (TypeError, ValueError, OverflowError):
        print("refused", end=" ")
print()
