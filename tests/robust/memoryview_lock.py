# A buffer lent through memoryview is never moved or freed while lent.
import array, io
b = bytearray(b"0123456789")
m = memoryview(b)
def tries(obj, fs):
    for f in fs:
        try:
            f(obj)
            print("changed", end=" ")
        except BufferError:
            print("BufferError", end=" ")
    print(len(obj))
grow = [lambda o: o.append(1), lambda o: o.extend([1, 2]), lambda o: o.insert(0, 1),
        lambda o: o.pop(), lambda o: o.clear() if hasattr(o, "clear") else o.pop(),
        lambda o: o.__delitem__(slice(0, 2)),
        lambda o: o.__iadd__(o), lambda o: o.__imul__(2), lambda o: o.__imul__(0)]
tries(b, grow)
b[0:3] = b"abc"
b.reverse()
print(bytes(m), m[0] == b[0])
n = m[2:5]
m.release()
tries(b, grow[:2])
n.release()
b.append(33)
print(b)
a = array.array("h", range(5))
v = memoryview(a)
tries(a, grow[:4] + grow[5:])
a[0] = 7
v[1] = 8
print(a, v.tolist())
v.release()
a.append(1)
bio = io.BytesIO(b"hello")
g = bio.getbuffer()
try:
    bio.write(b"x" * 100)
    print("grew")
except BufferError:
    print("BytesIO locked")
g[0] = 72
del g
print(bio.getvalue()[:5])
k = memoryview(bytearray(b"gone"))
import gc
gc.collect()
junk = [bytearray(100) for _ in range(50)]
print(bytes(k), k.obj)
def lend():
    t = bytearray(b"local")
    return memoryview(t)[1:]
w = lend()
gc.collect()
w[0] = 79
print(bytes(w))
