# A generator that ignored GeneratorExit waits on: close() may be called again, and freeing it closes it again.
import gc
def g(name, log, times):
    try:
        yield "first"
    finally:
        for i in range(times):
            try:
                yield i
            except GeneratorExit:
                log.append((name, i))
        log.append((name, "end"))
def close(it):
    try:
        it.close()
        return "closed"
    except RuntimeError as e:
        return str(e)
log = []
it = g("by hand", log, 2)
print(next(it), close(it), close(it), close(it), close(it), log)
def drop(log):
    it = g("freed", log, 1)
    return next(it), close(it)
def deep(n):
    return deep(n - 1) if n else drop([])
log = []
print(drop(log))
deep(50)
gc.collect()
print(log)
