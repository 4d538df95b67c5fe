# SystemExit: code attribute, sys.exit, not an Exception.
import sys
for args in ((), (0,), (3,), ("text",), (None,), ([1],), (1, 2), (True,)):
    try:
        raise SystemExit(*args)
    except SystemExit as e:
        print(repr(e.code), e.args, repr(e))
for args in ((), (5,), ("bye",)):
    try:
        sys.exit(*args)
    except SystemExit as e:
        print(repr(e.code))
try:
    try:
        sys.exit(1)
    except Exception:
        print("never")
    finally:
        print("finally runs")
except BaseException as e:
    print(type(e).__name__)
try:
    exit_in_with = False
    class C:
        def __enter__(self): pass
        def __exit__(self, t, v, tb):
            print("exit sees", t.__name__, v.code)
            return True
    with C():
        sys.exit(9)
    print("suppressed")
finally:
    print("done")
def g():
    try:
        yield
    except SystemExit:
        yield "caught in generator"
it = g()
next(it)
print(it.throw(SystemExit(2)))
print(issubclass(SystemExit, Exception), issubclass(KeyboardInterrupt, Exception),
      issubclass(GeneratorExit, Exception))
sys.exit(0)
