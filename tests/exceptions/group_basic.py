# ExceptionGroup: construction, attributes, repr, str, nesting, type selection.
g = ExceptionGroup("msg", [ValueError(1), TypeError("t")])
print(repr(g), str(g), g.message, g.exceptions, g.args, type(g).__mro__[1].__name__)
n = ExceptionGroup("outer", (g, KeyError("k"), ExceptionGroup("in", [OSError(5, "x")])))
print(repr(n), str(n), len(n.exceptions))
b = BaseExceptionGroup("b", [KeyboardInterrupt()])
print(type(b).__name__, str(b), isinstance(b, Exception),
      type(BaseExceptionGroup("x", [ValueError()])).__name__)
for args in ((), ("m",), ("m", []), ("m", [1]), ("m", ValueError()), (5, [ValueError()]),
             ("m", [KeyboardInterrupt()]), ("m", "ab"), ("m", [ValueError]),
             ("m", [ValueError()], 3)):
    try:
        print(repr(ExceptionGroup(*args)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
for attr in ("message", "exceptions"):
    try:
        setattr(g, attr, None)
    except AttributeError:
        print(attr, "read-only")
try:
    raise g
except ValueError:
    print("never")
except Exception as e:
    print("caught as Exception", e is g)
try:
    raise ExceptionGroup("x", [ValueError()]) from g
except ExceptionGroup as e:
    print(e.__cause__ is g, e.__traceback__ is not None)
