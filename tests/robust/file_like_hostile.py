# Streams whose write and read return nonsense; print and json to them.
import io, json
class W:
    def __init__(self, ret): self.ret, self.got = ret, []
    def write(self, s):
        self.got.append(s)
        return self.ret
for r in (None, -1, 2 ** 63, "x", 0, [], 1.5):
    w = W(r)
    try:
        print("hello", 1, file=w)
        json.dump({"a": [1, None]}, w)
        print("".join(w.got) == 'hello 1\n{"a": [1, null]}', end=" ")
    except (TypeError, ValueError, OverflowError, OSError) as e:
        print(type(e).__name__, end=" ")
print()
class Raises:
    def write(self, s): raise ZeroDivisionError
class NotCallable: write = 5
class NoWrite: pass
class Clears:
    def write(self, s): data.clear()
for f in (Raises(), NotCallable(), NoWrite(), 5, "s"):
    try:
        print("x", file=f)
    except (ZeroDivisionError, TypeError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()
data = [[1], 2, 3]
print(*data, file=Clears())
print(data)
data = {"a": 1, "b": {"c": [1, 2]}}
try:
    json.dump(data, Clears())
    print("dumped")
except RuntimeError:
    print("RuntimeError")
class R:
    def __init__(self, v): self.v = v
    def read(self, *a): return self.v
for v in (b"[1]", "[1]", None, 5, "", "[", bytearray(b"[1, 2]"), ["x"]):
    try:
        print(json.load(R(v)), end=" ")
    except (TypeError, ValueError, AttributeError) as e:
        print("refused", end=" ")
print()
s = io.StringIO("abc")
for f in (lambda: s.read("x"), lambda: s.seek(-1), lambda: s.seek(0, 5), lambda: s.write(b"x"),
          lambda: s.write(5), lambda: io.BytesIO("str"), lambda: io.StringIO(b"b"),
          lambda: io.BytesIO().write("s"), lambda: s.truncate(-1), lambda: s.readline("a")):
    try:
        f()
        print("ok", end=" ")
    except (TypeError, ValueError):
        print("refused", end=" ")
s.close()
for f in (s.read, s.getvalue, lambda: s.write("x"), lambda: s.seek(0), lambda: list(s)):
    try:
        f()
    except ValueError:
        print("closed", end=" ")
print()
