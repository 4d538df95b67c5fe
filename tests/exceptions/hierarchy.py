# The builtin exception hierarchy.
names = """ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup
    BlockingIOError BrokenPipeError BufferError ChildProcessError ConnectionAbortedError
    ConnectionError ConnectionRefusedError ConnectionResetError EOFError Exception
    ExceptionGroup FileExistsError FileNotFoundError FloatingPointError GeneratorExit
    ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError
    KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError
    NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError
    ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError
    SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError
    UnicodeEncodeError UnicodeError UnicodeTranslateError UserWarning ValueError Warning
    DeprecationWarning RuntimeWarning SyntaxWarning ZeroDivisionError""".split()
ns = __builtins__ if isinstance(__builtins__, dict) else vars(__builtins__)
for n in names:
    c = ns[n]
    print(n, [k.__name__ for k in c.__mro__[1:-1]], c.__module__)
print(IOError is OSError, EnvironmentError is OSError, issubclass(KeyError, (LookupError, int)),
      Exception.__bases__, BaseException.__bases__)
