# Every builtin function with wrong arguments.
import builtins
skip = {"input", "exit", "quit", "help", "breakpoint", "copyright", "credits", "license", "print",
        "open", "exec", "eval", "compile", "__import__", "__build_class__", "execfile"}
samples = [0, "x", None, [1], -1, 1.5, b"b", (), {"a": 1}, object(), 2 ** 70, len, int, lambda x: x,
           float("nan")]
n = 0
for name in sorted(dir(builtins)):
    f = getattr(builtins, name)
    if name in skip or not callable(f) or name.startswith("__"): continue
    if isinstance(f, type) and issubclass(f, BaseException): continue
    for args in [()] + [(a,) for a in samples] + [(a,
        b) for a in samples[:9] for b in samples[:9]] + [(a, a, a) for a in samples]:
        if name in ("bytes", "bytearray", "range", "pow") and 2 ** 70 in args: continue
        n += 1
        try:
            f(*args)
        except (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError,
                ZeroDivisionError, StopIteration, LookupError, MemoryError, RuntimeError,
                UnicodeError):
            pass
        try:
            f(*args[:1], no_such_keyword=1)
        except (TypeError, ValueError, AttributeError, OverflowError, RuntimeError, StopIteration):
            pass
print("survived", n > 3000)
for name in sorted(dir(builtins)):
    f = getattr(builtins, name)
    if isinstance(f, type) and issubclass(f, BaseException):
        for args in ((), (1,), ("m", 1), (None, None, None), (b"x", 1, 2, 3, 4),
                     ([], {}, "a", 1, 2)):
            try:
                e = f(*args)
                repr(e), str(e), e.args, e.__traceback__, hash(e)
                raise e
            except (TypeError, ValueError) as t:
                pass
            except BaseException as b:
                assert b is e or isinstance(b, TypeError)
print("exceptions survived")
