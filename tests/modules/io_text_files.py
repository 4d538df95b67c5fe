# open() in text modes: write, read, append, lines, seek, encoding, newline, with, errors.
import os
D = os.getenv("TMPDIR") or "."
P = D + "/io_text_files.tmp"
with open(P, "w") as f:
    print(f.write("line1\n"), f.write("é日\n"), f.writelines(["a\n", "b"]), f.closed)
    print("printed", 5, file=f)
print(f.closed)
with open(P) as f:
    print(repr(f.read()), repr(f.read()))
    f.seek(0)
    print(repr(f.readline()), repr(f.read(2)), f.readlines())
    f.seek(0)
    print([l.rstrip("\n") for l in f])
f = open(P, "a")
f.write("more\n")
f.close()
f.close()
f = open(P, "r+")
print(len(f.readlines()))
f.seek(0)
f.write("LINE")
f.close()
print(open(P).readline(), end="")
with open(P, "w+") as f:
    f.write("abc\r\ndef\n")
    f.seek(0)
    print(f.read(1), repr(f.readline(2)), f.tell() > 0, f.readable(), f.writable())
with open(P, encoding="utf-8") as f:
    it = iter(f)
    print(repr(next(it)), f.name == P, list(it))
for args in ((D + "/no/such/file",), (P, "q"), (P, "rw"), (P, "")):
    try:
        open(*args)
    except (OSError, ValueError) as e:
        print(type(e).__name__, end=" ")
with open(P) as f:
    try:
        f.write("x")
    except (OSError, ValueError) as e:
        print("not writable", end=" ")
for op in (f.read, f.readline, lambda: list(f), lambda: f.write("x"), lambda: f.seek(0)):
    try:
        op()
    except ValueError:
        print("closed", end=" ")
print()
with open(P, "wb") as f: f.write(b"\xff\xfe")
try:
    open(P, encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(type(e).__name__)
try:
    with open(P, "w") as f: f.write(b"bytes")
except TypeError:
    print("TypeError")
os.remove(P)
try:
    open(P)
except FileNotFoundError as e:
    print(e.errno, e.filename == P)
