# micropython.RingIO: a queue of bytes that neither waits nor, for the most part, allocates.
import gc
import micropython
from micropython import RingIO

ring = RingIO(5)
print(ring.any(), ring.read(), ring.read(3), ring.readline())
print(ring.write(b"abcdefgh"), ring.any())  # what does not fit is left out
print(ring.read(2), ring.write("xyz"), ring.read())
print(ring.write(bytearray(b"12")), ring.write(b"\n34"), ring.readline(), ring.readline(), ring.any())
ring.write(b"ab\nc")
print(ring.readline(1), ring.readline(-1), ring.readline(0), ring.readline())

# Around the end, in all positions.
queue, expected, got = RingIO(7), b"", b""
for i in range(60):
    data = bytes(range(i, i + i % 5))
    expected += data[:queue.write(data)]
    got += queue.read(i % 4)
print(got + queue.read() == expected, len(expected))

into = bytearray(b"........")
ring.write(b"hello")
print(ring.readinto(into, 2), ring.readinto(memoryview(into)[4:]), into, ring.readinto(into))

# On a buffer that was given: one byte less than it has, and it can't change its size meanwhile.
buffer = bytearray(4)
ring = RingIO(buffer)
print(ring.write(b"wxyz"), buffer)
try:
    buffer.append(1)
except BufferError:
    print("BufferError")
buffer[1] = 33
print(ring.close(), ring.read())
ring.write(buffer)  # its own bytes
print(ring.any(), ring.readinto(buffer), ring.any())
ring = None
gc.collect()

for bad in (0, -1, 65535, 1 << 70, bytearray(1), bytearray(65536)):
    try:
        print(RingIO(bad))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__)
for bad in (b"1234", None, 1.5, [1]):
    try:
        print(RingIO(bad))
    except TypeError:
        print("TypeError")
print(RingIO(65534).write(bytes(70000)), RingIO(1).write(b"ab"), RingIO(bytearray(65535)).any())

# What select asks: 1 readable, 4 writable.
ring = RingIO(2)
print(ring.ioctl(3, 5), ring.write(b"1"), ring.ioctl(3, 5), ring.write(b"2"), ring.ioctl(3, 5),
      ring.ioctl(3, 4), ring.ioctl(4, 0), ring.ioctl(99, 0))
print("to a stream", file=RingIO(20))

data = b"abc"
micropython.heap_lock()
ring.readinto(into)
n = ring.write(data) + ring.any() + ring.readinto(into)
micropython.heap_unlock()
print(n, into[:2])
