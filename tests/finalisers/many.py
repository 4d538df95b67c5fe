# Ten thousand objects and more that die together, and come back: in time that grows with their number only.
# args: -X heapsize=16M
import gc, time

def forget(depth=20):
    row = [None] * 50
    if depth:
        forget(depth - 1)

count = 0
class Counted:
    def __del__(self):
        global count
        count += 1
kept = []
class Back:
    def __del__(self):
        kept.append(self)

def dies(cls, n):
    objects = [cls() for i in range(n)]

def measure(cls, n):
    global kept
    dies(cls, n)
    forget()
    start = time.process_time_ns()
    gc.collect()
    took = time.process_time_ns() - start
    n = len(kept)
    kept = []
    forget()
    gc.collect()
    return took, n

measure(Counted, 10000)
print(count >= 9990)
times = [measure(Back, 40000) for i in range(3)]
print(min(n for t, n in times) >= 39990)
print(min(times)[0] < 400_000_000)  # nanoseconds: ten times what it takes; the square would take seconds
