# open() in binary modes: bytes in and out, readinto, seek, tell, truncate, buffering.
import os
D = os.getenv("TMPDIR") or "."
P = D + "/io_binary_files.tmp"
data = bytes(range(256)) * 40
with open(P, "wb") as f:
    print(f.write(data), f.tell(), f.write(bytearray(b"tail")), f.write(memoryview(b"!")),
          f.flush())
with open(P, "rb") as f:
    print(f.read(4), f.tell(), f.seek(256), f.read(2), f.seek(-5, 2), f.read(), f.read(),
          f.seek(-3, 1), f.read(1))
    b = bytearray(8)
    f.seek(10)
    print(f.readinto(b), b)
    f.seek(0)
    print(f.read() == data + b"tail!", len(f.read()))
    f.seek(0)
    print(len(f.readline()), f.readline()[:3])
with open(P, "r+b") as f:
    f.seek(5)
    f.write(b"XYZ")
    f.seek(4)
    print(f.read(5))
    f.truncate(10)
    f.seek(0)
    print(f.read())
with open(P, "ab") as f:
    print(f.write(b"app"))
with open(P, "rb", 0) as f: print(f.read())
print(os.stat(P)[6] if not hasattr(os.stat(P), "st_size") else os.stat(P).st_size)
with open(P, "w+b") as f:
    f.write(b"a\nb\r\nc")
    f.seek(0)
    print(f.readlines(), f.seek(100), f.write(b"z"), f.tell())
    f.seek(0)
    print(len(f.read()))
with open(P, "rb") as f:
    print([l for l in f][:2])
    for bad in (lambda: f.write(b"x"), lambda: f.seek(0, 9), lambda: f.read("a"),
                lambda: f.seek(-1)):
        try:
            bad()
            print("ok")
        except (OSError, ValueError, TypeError) as e:
            print("refused", end=" ")
try:
    with open(P, "wb") as f: f.write("text")
except TypeError:
    print("TypeError")
os.remove(P)
