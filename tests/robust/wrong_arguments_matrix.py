# Every method of the builtin types with wrong arguments: an exception or a value, never a crash.
samples = [0, "x", None, [], -1, 1.5, b"b", (), {}, object(), 10 ** 30]
makers = [lambda: [1, 2], lambda: (1, 2), lambda: {"a": 1}, lambda: {1, 2}, lambda: frozenset([1]),
          lambda: "abc", lambda: b"abc", lambda: bytearray(b"abc"), lambda: 5, lambda: 2.5,
          lambda: 1 + 2j, lambda: range(3),
          lambda: slice(1), lambda: True, lambda: ValueError("v"), lambda: iter([1]),
          lambda: {}.keys(), lambda: (x for x in [1]), lambda: memoryview(b"ab"), lambda: len,
          lambda: (lambda: 0), lambda: property(), lambda: type, lambda: None]
skip = {"__class__", "__reduce__", "__reduce_ex__", "__subclasshook__", "__init_subclass__",
        "__sizeof__", "__dir__", "__doc__", "__setattr__", "__delattr__", "__subclasses__"}
crashed = 0
calls = 0
for mk in makers:
    for name in sorted(set(dir(mk()))):
        if name in skip: continue
        if "pow" in name or "lshift" in name: continue
        for args in [()] + [(s,) for s in samples] + [(s, 1) for s in samples] + [(0, s,
            s) for s in samples[:4]]:
            try:
                m = getattr(mk(), name)
                if callable(m):
                    calls += 1
                    m(*args)
            except (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError,
                    ZeroDivisionError, StopIteration, LookupError, MemoryError, BufferError,
                    NotImplementedError, RuntimeError, UnicodeError):
                pass
            except SystemExit:
                crashed += 1
print("survived", crashed, calls > 5000)
print([1, 2], {"a": 1}, sum([1, 2]), "abc".upper())
