# print: sep, end, file, flush, conversions, errors.
import io
print()
print(1, "a", None, [1, "b"], 1.5)
print(1, 2, 3, sep="-", end="!\n")
print("a", "b", sep="", end="")
print("c", sep="x")
print("a", "b", sep=None, end=None)
print(*[1, 2], *"ab", sep="\n")
s = io.StringIO()
print("to", "file", file=s)
print("x", file=s, end="|", flush=True)
print(repr(s.getvalue()))
class W:
    def __init__(self): self.got = []
    def write(self, t): self.got.append(t)
    def flush(self): self.got.append("FLUSH")
w = W()
print("a", 1, file=w, sep="+")
print(end="", file=w, flush=True)
print("".join(w.got))
for kw in ({"sep": 1}, {"end": 2}, {"file": 5}, {"nope": 1}):
    try:
        print("x", **kw)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
print("tab\there", "é日\U0001F600", "nul\0byte".replace("\0", "0"), r"raw\n")
print("multi\nline", end="\n\n")
print(print(), print)
class S:
    def __str__(self): return "S!"
print(S(), [S] == [S], sep="")
print("", "", sep="<>")
print(None, file=None)
