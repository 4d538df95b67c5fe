# args: -X heapsize=64M
# Long chains of objects that pass attributes, calls and texts on to the next one end in RecursionError.
T = type((lambda self: 0).__get__(1))
MappingProxy = type(type.__dict__)


def chain(wrap, inner):
    for i in range(100000):
        inner = wrap(inner)
    return inner


common = (repr, str, hash, dir, lambda m: m.x, lambda m: m.__doc__, lambda m: m.__name__, lambda m: m.__wrapped__,
          lambda m: m.__isabstractmethod__, lambda m: m(), lambda m: m == m, lambda m: m.__get__(1),
          lambda m: m.__get__(None, int), bool, len, list, lambda m: m["x"], lambda m: "x" in m, reversed,
          lambda m: m.get(1), lambda m: m | {}, lambda m: m.copy(), lambda m: m.keys(), lambda m: m < m)
for name, wrap, inner in (("method", lambda m: T(m, m), (lambda self: 0).__get__(1)), ("classmethod", classmethod, len),
                          ("staticmethod", staticmethod, len), ("property", lambda m: property(m, m, m), len),
                          ("mapping proxy", MappingProxy, {"a": 1})):
    m = chain(wrap, inner)
    deep = 0
    for f in common:
        try:
            f(m)
        except RecursionError:
            deep += 1
        except (AttributeError, TypeError, KeyError, MemoryError):
            pass
    print(name, deep > 0)
