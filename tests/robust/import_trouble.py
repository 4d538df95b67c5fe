# sys.modules tampered with; odd import requests.
import sys
class Weird:
    def __getattr__(self, n):
        if n.startswith("__"): raise AttributeError(n)
        return n.upper()
for v in (5, "str", None, [], Weird(), object()):
    sys.modules["tampered"] = v
    for stmt in ("import tampered", "from tampered import name", "from tampered import *",
                 "import tampered.sub", "import tampered as t"):
        try:
            exec(stmt, {})
            print("ok", end=" ")
        except (ImportError, AttributeError, TypeError) as e:
            print(type(e).__name__, end=" ")
    print()
del sys.modules["tampered"]
for name in ("", "a" * 5000, "a..b", ".", "no such", "a\0b", "../x", "/etc/passwd", "é" * 100):
    try:
        __import__(name)
        print("imported?")
    except (ImportError, ValueError):
        print("refused", end=" ")
print()
for bad in (5, None, b"math", ["math"]):
    try:
        __import__(bad)
    except TypeError:
        print("TypeError", end=" ")
print()
try:
    __import__("math", level=-1)
except ValueError:
    print("ValueError")
for stmt in ("from . import x", "from .. import y", "from .a import b"):
    try:
        exec(stmt, {"__name__": "m"})
    except (ImportError, KeyError) as e:
        print("refused", end=" ")
print()
saved = sys.path[:]
sys.path[:] = [5, None, "", "/no/such/dir", b"bytes", []]
try:
    import surely_not_there
except ImportError:
    print("ImportError")
sys.path[:] = saved
import math
print(math.floor(2.5))
