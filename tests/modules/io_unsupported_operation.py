# io.UnsupportedOperation is an OSError and a ValueError.
import io

U = io.UnsupportedOperation
print([c.__name__ for c in U.__mro__], [c.__name__ for c in U.__bases__])
print(issubclass(U, OSError), issubclass(U, ValueError), issubclass(U, KeyError), issubclass(ValueError, U))
for kind in OSError, ValueError, Exception, U:
    try:
        io.BytesIO().fileno()
    except kind as e:
        print(kind.__name__, type(e).__name__, isinstance(e, ValueError))


class Sub(U):
    pass


print([c.__name__ for c in Sub.__mro__])
try:
    raise Sub("x")
except ValueError as e:
    print(repr(e), e.args, e.errno)
print([c.__name__ for c in ExceptionGroup.__mro__], issubclass(ExceptionGroup, Exception))
