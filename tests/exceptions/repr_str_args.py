# repr, str and args of every builtin exception with 0, 1 and 2 arguments.
kinds = (Exception, BaseException, ValueError, TypeError, KeyError, IndexError, LookupError,
         RuntimeError, NotImplementedError, RecursionError, ArithmeticError, ZeroDivisionError,
         OverflowError, AssertionError, AttributeError, NameError, UnboundLocalError, ImportError,
         ModuleNotFoundError, EOFError, MemoryError, BufferError, StopIteration,
         StopAsyncIteration, GeneratorExit, KeyboardInterrupt, SystemExit, SystemError, OSError,
         FileNotFoundError, TimeoutError, SyntaxError, UnicodeError)
for k in kinds:
    for a in ((), ("m",), (1,), ("",)):
        e = k(*a)
        print(repr(e), repr(str(e)), e.args, end=" ")
    print()
print(repr(ValueError("it's")), repr(ValueError('"q"')), str(KeyError("it's")), str(KeyError(1, 2)),
      repr(Exception([1], {"a": 1})), str(Exception("a", 1)), repr(Exception("é\n")))
e = ValueError("x", 1)
e.args = [1, 2]
print(e.args, str(e), repr(e))
try:
    e.args = 5
except TypeError as t:
    print(t)
try:
    ValueError(a=1)
except TypeError as t:
    print("TypeError")
print(Exception("a") == Exception("a"), hash(e) == hash(e), e == e, [ValueError(1)],
      {"k": KeyError("z")})
