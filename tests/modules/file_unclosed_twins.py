# Text files and the binary ones of .buffer, cycles, many files: nothing of what was written is lost.
import gc
import io
import os

path = os.environ["TMPDIR"] + "/data"


def content():
    with open(path) as f:
        return f.read()


f = open(path, "w")
f.write("g")
print(os.stat(f.fileno()).st_size)
f.close()

f = open(path, "w")
f.buffer.write(b"B")
f.write("T")
f.close()
print(content(), f.buffer.closed)

f = open(path, "w")
f.write("T")
f.buffer.write(b"B")
f.buffer.flush()
print(content())
f.close()
print(content())

raw = open(path, "wb")
one, two = io.TextIOWrapper(raw), io.TextIOWrapper(raw)
one.write("1")
one.close()
print(raw.closed, two.closed, content())


def drop(first):
    t = io.TextIOWrapper(open(path, "wb"))
    t.write("text")
    if first:
        t.buffer.write(b"bytes ")


for first in (False, True):
    drop(first)
    gc.collect()
    print(content())


class Log:
    def __init__(self):
        self.me = self
        self.file = open(path, "w")

    def __del__(self):
        self.file.write("last")


def make():
    Log().file.write("first ")


make()
gc.collect()
gc.collect()
print(content())

# More files than a process may have open.
for i in range(1500):
    open(path, "w").write("number %d" % i)
print(content())
