# io.StringIO: reading, writing, seeking, iteration, truncation, closing.
import io
s = io.StringIO("line1\nline2\n\nlast é日")
print(repr(s.readline()), repr(s.read(3)), s.tell(), repr(s.readline()), s.readlines(),
      repr(s.read()), repr(s.readline()))
print(s.seek(0), repr(s.read()), s.seek(2), repr(s.read(2)), list(s),
      s.seek(0, 2) == len("line1\nline2\n\nlast é日"), s.seek(0), next(s))
w = io.StringIO()
print(w.write("abc"), w.write("é日"), w.write(""), w.getvalue(), w.tell())
w.seek(1)
w.write("XY")
print(w.getvalue(), w.read(), w.truncate(2), w.getvalue(), w.tell())
w.seek(4)
w.write("!")
print(repr(w.getvalue()), w.writelines(["a", "b"]), repr(w.getvalue()), w.readable(), w.writable(),
      w.seekable(), w.closed)
i = io.StringIO("start")
i.write("S")
print(i.getvalue(), i.read(), repr(i.readline(2)), io.StringIO("abcdef\n").readline(3),
      io.StringIO("a\nb").readlines(), io.StringIO("a\r\nb\rc").read().count("\r"))
with io.StringIO("x") as c:
    print(c.read(), print("to", "it", file=c), c.getvalue())
print(c.closed)
for f in (c.read, c.getvalue, lambda: c.write("a"), c.readline, lambda: c.seek(0), c.tell):
    try:
        f()
    except ValueError:
        print("ValueError", end=" ")
print(c.close())
for f in (lambda: w.write(b"x"), lambda: w.write(5), lambda: w.seek(-1),
          lambda: w.seek(1, 1), lambda: w.read("a"), lambda: w.seek("a")):
    try:
        f()
        print("ok")
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, end=" ")
print()
big = io.StringIO()
for n in range(1000): big.write(str(n))
print(len(big.getvalue()), big.getvalue()[-6:], [l for l in io.StringIO("1\n2\n3")],
      sum(len(l) for l in io.StringIO("ab\ncd")))
