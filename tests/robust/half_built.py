# Objects that a failed __new__ or __init__ leaves behind, as snapshots and gc.get_objects() see them.
import gc
import io
import sys

M = type(sys)
made = []
for T in (M, property, classmethod, staticmethod, super, zip, map, filter, enumerate, reversed, slice, memoryview, type, range,
          io.StringIO, io.BytesIO, set, frozenset, dict, list, tuple, str, bytes, bytearray, int, float, complex, object,
          BaseException, OSError, UnicodeDecodeError, ExceptionGroup):
    for args in (), (1,), (None, 1, 2, 3, 4, 5), ("a", "b", "c"):
        try:
            made.append(T(*args))
        except (TypeError, ValueError, OverflowError, IndexError, AttributeError, RuntimeError, LookupError):
            pass
    try:
        half = T.__new__(T)
        made.append(half)
        for use in (repr, str, len, iter, bool, hash, dir, lambda x: x.__doc__, lambda x: x == x):
            try:
                use(half)
            except (TypeError, ValueError, AttributeError, RuntimeError):
                pass
    except (TypeError, ValueError, RuntimeError):
        pass
if hasattr(gc, "compact"):
    import micropython

    out = io.StringIO()
    micropython.heap_snapshot(out)
print(len(gc.get_objects()) > 10)
gc.collect()
print("done")
