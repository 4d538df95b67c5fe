# Attributes and repr of files in each mode; the line ends seen; what truncate(), seek() and read() refuse.
import os
path = os.environ["TMPDIR"] + "/f.txt"
def show(f):
    names = "mode", "closed", "errors", "newlines", "line_buffering", "write_through"
    print([getattr(f, name, "-") for name in names], f.name == path, type(f).__name__)
    return repr(f).replace(path, "PATH")
for mode in "r", "w", "a", "r+", "w+", "a+", "rt":
    with open(path, "ab"): pass
    with open(path, mode, encoding="utf-8") as f:
        print(show(f), type(f.buffer).__name__, f.buffer.mode, f.encoding)
    print(show(f))
for mode in "rb", "br", "wb", "ab", "r+b", "w+b", "ab+", "b+r":
    with open(path, mode) as f:
        print(show(f))
    with open(path, mode, 0) as f:
        print(show(f))
    print(show(f), f.mode)
os.remove(path)
for mode in "xb", "x+b":
    with open(path, mode) as f:
        print(show(f))
    os.remove(path)
for text in b"", b"a\nb", b"a\r\nb\r\n", b"a\rb", b"a\r", b"\r\n\r\r", b"a\nb\rc\r\n", b"\n\r", b"\r\n\n":
    for newline in None, "", "\n", "\r\n":
        with open(path, "wb") as f: f.write(text)
        with open(path, newline=newline) as f:
            before = f.newlines
            print(text, repr(newline), before, repr(f.read()), f.newlines)
def refused(f, *calls):
    for name, *args in calls:
        try:
            print(name, args, getattr(f, name)(*args))
        except (OSError, ValueError) as e:
            print(name, args, type(e).__name__, e)
for mode in "r", "rb":
    with open(path, mode) as f:
        refused(f, ("truncate",), ("truncate", 3), ("seek", 0, 5), ("seek", -1))
for mode in "rb", "r+b":
    with open(path, mode) as f:
        refused(f, ("read", -5), ("read", -1))
for mode in "w", "wb", "w+":
    with open(path, mode) as f:
        f.write("hello" if mode != "wb" else b"hello")
        refused(f, ("truncate", 3), ("tell",), ("truncate",), ("truncate", -1), ("truncate", 20), ("truncate", None))
    print(os.stat(path)[6])
