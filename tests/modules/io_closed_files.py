# What methods of closed files say.
import io, os
path = os.environ["TMPDIR"] + "/f.txt"
def ask(f, *names):
    for name in names:
        args = {"seek": [0], "write": ["x"], "writelines": [["x"]], "readinto": [bytearray(3)]}.get(name, [])
        if name == "write" and not isinstance(f, io.TextIOBase):
            args = [b"x"]
        try:
            print(name, getattr(f, name)(*args))
        except (ValueError, OSError) as e:
            print(name, type(e).__name__, e)
both = "tell", "seek", "fileno", "isatty", "seekable", "__iter__", "__enter__", "close", "truncate"
reading = "read", "readline", "readlines", "__next__", "readable"
writing = "write", "writable"
for mode in "w", "r", "w+", "wb", "rb", "w+b":
    f = open(path, mode)
    f.close()
    f.close()
    print(mode, f.closed)
    ask(f, *both)
    if "r" in mode or "+" in mode:
        ask(f, *reading)
        if "b" in mode: ask(f, "readinto", "read1", "peek")
    if "w" in mode:
        ask(f, *writing)
        ask(f, "flush")
for f in io.StringIO("abc"), io.BytesIO(b"abc"):
    f.read(2)
    ask(f, "truncate", "getvalue", "tell")
    f.truncate(1)
    ask(f, "truncate", "getvalue", "tell")
    try:
        f.truncate(-1)
    except ValueError as e:
        print(e)
    f.close()
    ask(f, "read", "readline", "tell", "seek", "truncate", "getvalue", "write", "readable", "writable", "seekable",
        "__enter__", "close")
s = io.StringIO()
print(s.encoding, s.errors, s.newlines, s.line_buffering)
