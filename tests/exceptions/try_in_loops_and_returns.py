# Exceptions combined with loops, comprehension, nested functions, many iterations.
def parse(items):
    out, bad = [], []
    for i in items:
        try:
            v = int(i)
            if v == 13: break
            if v < 0: continue
        except ValueError:
            bad.append(i)
        except TypeError as e:
            bad.append(type(e).__name__)
        else:
            out.append(v)
        finally:
            out.append("|")
    else:
        out.append("done")
    return out, bad
print(parse(["1", "x", None, "-5", "7"]))
print(parse(["1", "13", "2"]))
n = 0
for i in range(2000):
    try:
        if i % 3 == 0: raise KeyError(i)
        if i % 3 == 1: [][i]
        n += 1
    except (KeyError, IndexError):
        n += 2
print(n)
def first(*fs):
    for f in fs:
        try:
            return f()
        except Exception as e:
            last = e
    raise last
print(first(lambda: 1 / 0, lambda: {}["a"], lambda: "third"))
try:
    first(lambda: 1 / 0, lambda: [][1])
except IndexError as e:
    print(e)
try:
    [1 // x for x in (1, 0)]
except ZeroDivisionError:
    print("out of comprehension")
def depth(n):
    try:
        return depth(n - 1) if n else 1 / 0
    except ZeroDivisionError:
        if n < 5: raise
        return "stopped at %d" % n
print(depth(10))
def retry(n):
    while True:
        try:
            n -= 1
            if n > 0: raise OSError(n)
            return "ok"
        except OSError as e:
            print(e, end=" ")
print(retry(4))
