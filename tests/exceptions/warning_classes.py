# All classes of warnings, with their bases.
import builtins

names = [n for n in dir(builtins) if n.endswith("Warning")]
print(names)
for n in names:
    C = getattr(builtins, n)
    print(n, C.__base__.__name__, C.__module__, repr(C("text")))
