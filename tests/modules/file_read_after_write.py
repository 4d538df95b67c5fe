# Reading after writing, positions, and files whose lower layer was closed.
import io
import os

PATH = (os.getenv("TMPDIR") or ".") + "/file_read_after_write.tmp"


def make():
    with open(PATH, "wb") as f:
        f.write(b"line1\nline2\r\nline3\rend")


def show(operation):
    make()
    with open(PATH, "r+b") as f:
        f.write(b"XY")
        print(operation(f), f.tell())
    with open(PATH, "rb") as f:
        print(f.read())


def into(f):
    b = bytearray(4)
    return f.readinto(b), b


show(lambda f: f.readline())
show(into)
show(lambda f: f.read(2))
show(lambda f: (f.read(1), f.write(b"ZZ"), f.read(2)))


def attempt(f):
    try:
        print(f())
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)


raw = open(PATH, "rb")
wrapper = io.TextIOWrapper(raw)
raw.close()
attempt(wrapper.read)
f = open(PATH)
f.buffer.close()
print(f.closed)
attempt(f.read)
attempt(lambda: open(PATH, "rb").seek(-1))
attempt(lambda: open(PATH).seek(-1))
attempt(lambda: open(PATH, ""))
attempt(lambda: open(PATH, opener=lambda name, flags: -1))
os.remove(PATH)
