# __getstate__() and __setstate__() of BytesIO and StringIO: content, line ends, position, attributes.
import io


class B(io.BytesIO):
    pass


def show(f, text=True):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e if text else "")


b = io.BytesIO(b"abc")
b.read(1)
print(b.__getstate__(), b.__reduce_ex__(2)[2:])
x = B(b"q")
print(x.__getstate__())
x.a = 1
print(x.__getstate__(), x.__getstate__()[2] is x.__dict__)
good = (b"xyz", 2, None), (b"xyz", 2, {}), (b"", 0, None), (b"a", 100, None), (bytearray(b"a"), 0, None), (b"a", 0, None, 4)
bad = (b"xyz", -1, None), ("a", 0, None), (b"a", "0", None), (b"a", 0, 5), (b"a", 0), [b"a", 0, None], 5, (b"a", 1 << 80, None)
for state in good:
    y = io.BytesIO(b"old")
    y.seek(1)
    print(y.__setstate__(state), y.getvalue(), y.tell())
for state in bad:
    show(lambda: io.BytesIO(b"old").__setstate__(state), False)
y = B()
y.__setstate__((b"ab", 1, {"k": 2}))
print(y.k, y.getvalue(), y.tell(), y.read())

s = io.StringIO("a\xe4\u20acb")
s.read(2)
print(s.__getstate__(), s.__reduce_ex__(2)[2:])
for newline in (None, "", "\n", "\r", "\r\n"):
    s = io.StringIO("a\nb\r\nc\r", newline=newline)
    s.readline()
    print(s.__getstate__())
    copy = io.StringIO("old")
    copy.__setstate__(s.__getstate__())
    print([copy.getvalue(), copy.tell(), copy.newlines, copy.read()])
    copy.write("\n")
    print([copy.getvalue()])
for state in (("xyz", "\n", 2, None), ("x\u20acz", "\n", 2, {}), ("xyz", "\n", 100, None)):
    y = io.StringIO("old")
    y.seek(1)
    print(y.__setstate__(state), y.getvalue(), y.tell())
bad = (("xyz", "\n", -1, None), (b"a", "\n", 0, None), ("a", "\n", "0", None), ("a", "\n", 0, 5), ("a", "\n", 0),
       ["a", "\n", 0, None], ("a", "q", 0, None), ("a", 5, 0, None), 5)
for state in bad:
    show(lambda: io.StringIO("old").__setstate__(state), False)
b.close()
s.close()
for f in (b.__getstate__, s.__getstate__, lambda: b.__setstate__((b"", 0, None)),
          lambda: s.__setstate__(("", "\n", 0, None))):
    show(f)
y = io.BytesIO(b"abc")
view = y.getbuffer()
show(lambda: y.__setstate__((b"q", 0, None)))
print(y.getvalue())
