# Which builtin classes can be subscripted (3.14), and their __class_getitem__.
import array, collections, weakref
async def co(): pass
c = co(); c.close()
async def ag(): yield
def g(): yield
for k in (list, dict, set, frozenset, tuple, type, enumerate, collections.deque, collections.defaultdict, collections.OrderedDict, collections.Counter, weakref.ref, BaseExceptionGroup, ExceptionGroup, type(type.__dict__), weakref.WeakKeyDictionary, weakref.WeakValueDictionary, slice, filter, map, zip, reversed, property, staticmethod, classmethod, range, str, int, bytes, bytearray, float, super, object, Exception, type({}.keys()), type(ag())):
    try: print(k[int])
    except TypeError as e: print(e)
    try: print(k.__class_getitem__(int))
    except AttributeError as e: print(e)
for n in ('memoryview', 'array.array', 'type(g())', 'type(c)', 'type(ag())'):
    try: print(n, eval(n)[int].__args__, eval(n).__class_getitem__(int).__args__)
    except (TypeError, AttributeError) as e: print(e)
class L(list):
    def __class_getitem__(cls, key): return super().__class_getitem__((key, int))
class D(collections.OrderedDict): pass
class M(type): pass
print(L[str], D[str, int].__origin__, D.__class_getitem__(int))
try:
    M[int]
except TypeError as e:
    print(e)
