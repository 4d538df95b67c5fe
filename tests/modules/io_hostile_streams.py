# Streams of programs that return the wrong things, and positions beyond reason.
import io
import sys


class Mixed(io.RawIOBase):
    parts = [b"\xff", "a", ""]

    def read(self, n=-1):
        return self.parts.pop(0)


try:
    io.IOBase.readline(Mixed())
except (TypeError, OSError):
    print("error")


class Counts(io.RawIOBase):
    def __init__(self, n):
        self.n = n

    def readinto(self, b):
        return self.n


for n in (-2**63, -2**40, 2**62, 11):
    try:
        Counts(n).read(10)
        print("read")
    except (OSError, ValueError, OverflowError):
        print("error")

b = io.BytesIO(b"abc")
b.seek(2)
print(b.seek(-sys.maxsize - 1, 1), b.tell())
view = b.getbuffer()
try:
    b.__init__(b"x" * 1000)
except BufferError:
    print("BufferError")
print(bytes(view))
