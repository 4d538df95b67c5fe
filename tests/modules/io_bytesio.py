# io.BytesIO: reading, writing, seeking, readinto, getbuffer.
import io
b = io.BytesIO(b"hello\nworld\n\xff\x00end")
print(b.read(2), b.readline(), b.tell(), b.read(), b.read(), b.seek(0), b.readlines(),
      b.seek(-3, 2), b.read(), b.seek(3), b.seek(2, 1), b.read(1), b.read(0), b.read(-1))
w = io.BytesIO()
print(w.write(b"abc"), w.write(bytearray(b"de")), w.write(memoryview(b"f")), w.getvalue(), w.tell(),
      w.seek(1), w.write(b"XX"), w.getvalue(), w.truncate(), w.getvalue())
w.seek(6)
w.write(b"!")
print(w.getvalue(), len(w.getvalue()), w.truncate(2), w.getvalue(), w.tell())
buf = bytearray(4)
r = io.BytesIO(b"123456")
print(r.readinto(buf), buf, r.readinto(buf), buf, r.readinto(buf), list(io.BytesIO(b"a\nb\nc")),
      io.BytesIO(b"abc").read(10 ** 6), io.BytesIO(b"x\ny").readline(1))
v = r.getbuffer()
v[0:2] = b"ZZ"
v.release()
print(r.getvalue(), r.readable(), r.writable(), r.seekable(), r.closed, io.BytesIO(b"i").getvalue(),
      io.BytesIO().read())
src = bytearray(b"copy")
c = io.BytesIO(src)
src[0] = 88
print(c.getvalue(), c.writelines([b"1", b"2"]), c.getvalue())
with c:
    pass
for f in (c.read, c.getvalue, lambda: c.write(b""), lambda: w.write("str"), lambda: io.BytesIO("s"),
          lambda: w.write(5), lambda: w.seek(-1), lambda: io.BytesIO(b"ab").seek(0, 7),
          lambda: w.read("x"), lambda: r.readinto(b"ro"), lambda: list(c)):
    try:
        print(f())
    except (ValueError, TypeError, BufferError) as e:
        print(type(e).__name__, end=" ")
print()
x = io.BytesIO()
for i in range(256): x.write(bytes([i]))
x.seek(100)
print(len(x.getvalue()), x.read(3), x.seek(1000), x.read(),
      isinstance(x, io.IOBase) if hasattr(io, "IOBase") else True)
x = io.BytesIO(b"abc")
v = x.getbuffer()
for f in (lambda: x.write(b"1"), lambda: x.write(b""), lambda: x.write(v), lambda: x.writelines([b"2"]),
          lambda: x.seek(5), lambda: x.write(b"3"), lambda: x.truncate(), lambda: x.close()):
    try:
        print(f())
    except BufferError as e:
        print(e)
print(bytes(v))
v.release()
print(x.write(b"4"), x.getvalue())
