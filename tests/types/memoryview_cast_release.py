# cast, release, with statement, and the resize lock of the exporter.
b = bytearray(range(8))
m = memoryview(b)
h = m.cast("H")
print(len(h), h.itemsize, h.format, h.nbytes, h.tolist() in ([256, 770, 1284, 1798], [1, 515, 1029,
      1543]))
h[0] = 0
print(b[0], b[1], h.cast("B").tolist()[:4], m.cast("b").format, m.cast("c")[2])
for fn in (lambda: b.append(1), lambda: b.extend(b"x"), lambda: b.pop(), lambda: b.clear(),
           lambda: b.__delitem__(0), lambda: b.__setitem__(slice(0, 0), b"x"),
           lambda: b.__iadd__(b"z"), lambda: b.insert(0, 1)):
    try:
        fn()
        print("resized")
    except BufferError as e:
        print("BufferError", end=" ")
print(len(b))
b[0:2] = b"ok"
print(bytes(m[:2]))
h.release()
m.release()
for code in ("m[0]", "len(m)", "m.tobytes()", "m[0] = 1", "m[1:]", "m.cast('H')", "list(m)"):
    try:
        exec(code)
        print(code)
    except ValueError as e:
        print("ValueError", end=" ")
print()
b2 = bytearray(b"xy")
with memoryview(b2) as v:
    print(v[0])
    s = v[1:]
    s.release()
b2.append(122)
print(b2)
try:
    memoryview(bytearray(7)).cast("H")
except TypeError as e:
    print("TypeError")
import array
a = array.array("i", [1, 2, 3])
v = memoryview(a)
print(v.format, v[1], v.tolist(), v[1:].tolist(), v.itemsize == a.itemsize)
v[0] = 50
try:
    a.append(4)
except BufferError:
    print("array locked")
v.release()
a.append(4)
print(a)
