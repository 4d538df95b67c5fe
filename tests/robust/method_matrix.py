# args: -X heapsize=2M
# Every method of every builtin type, with every wrong self and arguments: exceptions, never a crash.
import builtins
makers = [lambda: None, lambda: 0, lambda: -1, lambda: 2 ** 62, lambda: -10 ** 30, lambda: True, lambda: 1.5, lambda: float("nan"),
          lambda: 1j, lambda: "", lambda: "aé", lambda: b"ab", lambda: bytearray(b"xyz"), lambda: [], lambda: [1, "a"],
          lambda: (), lambda: (1, (2,)), lambda: {}, lambda: {"a": 1}, lambda: {1, 2}, lambda: frozenset((1,)), lambda: range(3),
          lambda: slice(1, None), lambda: iter([1]), lambda: (i for i in (1, 2)), lambda: memoryview(bytearray(4)), lambda: ValueError(1),
          lambda: ExceptionGroup("g", [KeyError(1)]), lambda: int, lambda: object(), lambda: len, lambda: (lambda a: a), lambda: [].append,
          lambda: property(len), lambda: {}.keys(), lambda: staticmethod(len), lambda: Ellipsis, lambda: NotImplemented,
          lambda: zip([1]), lambda: map(abs, [1]), lambda: enumerate([1]), lambda: reversed([1]), lambda: super(int, 5),
          lambda: type("C", (), {}), lambda: type("L", (list,), {})([1]), lambda: type("I", (int,), {})(3), lambda: list[int],
          lambda: int | str, lambda: (lambda: 0).__code__, lambda: type.__dict__["__dict__"] if "__dict__" in type.__dict__ else 0]
types = {type(m()) for m in makers} | {t for t in vars(builtins).values() if isinstance(t, type)}
skip = {"__pow__", "__rpow__", "__ipow__", "__subclasses__", "__init_subclass__", "mro"}
few = [makers[i] for i in (0, 2, 3, 6, 10, 12, 14, 18, 19, 25, 44)]
calls = 0
def call(f, *args):
    global calls
    calls += 1
    try:
        r = f(*args)
        if hasattr(r, "close") and hasattr(r, "send"):
            r.close()
    except Exception:
        pass
    except (SystemExit, KeyboardInterrupt, GeneratorExit):
        pass
for t in sorted(types, key=lambda t: t.__name__):
    for name in sorted(set(dir(t)) - skip):
        try:
            f = getattr(t, name)
        except Exception:
            continue
        own = [m for m in makers if type(m()) is t][:2]
        for m in makers:
            call(f, m())
        for m in own or few[:2]:
            call(f)
            for a in makers:
                call(f, m(), a())
            same = m()
            call(f, same, same)
            call(f, same, same, same)
            for a in few:
                for b in few:
                    call(f, m(), a(), b())
                call(f, m(), a(), a(), a())
                call(f, m(), *[a()] * 9)
for t in sorted(types, key=lambda t: t.__name__):
    for a in makers:
        call(t, a())
        for b in few:
            call(t, a(), b())
            call(t, a(), b(), a())
            call(t, b(), b(), b(), b())
print("ok", calls > 100000, [1, 2], {"a": 1}, "a" + "b")
