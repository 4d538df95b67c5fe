# A module that is not initialised, in a heap snapshot, a collection and a compaction.
import gc
import io
import micropython
import sys

M = type(sys)
m = M.__new__(M)


class Sub(M):
    pass


s = Sub.__new__(Sub)
stream = io.StringIO()
micropython.heap_snapshot(stream)
gc.collect()
gc.compact()
print(stream.tell() > 1000, repr(m), repr(s), m.__dict__)
s.a = m.b = [1]
gc.compact()
micropython.heap_snapshot(io.StringIO())
print(m.__dict__, s.__dict__)
