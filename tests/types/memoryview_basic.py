# memoryview: indexing, slicing, assignment, attributes, comparison, conversion.
b = bytearray(b"abcdef")
m = memoryview(b)
print(m[0], m[-1], bytes(m[1:3]), m[1:3].tolist(), len(m), m.tobytes(), list(m), bytes(m[::-1]),
      bytes(m[::2]), 97 in m, m.hex())
m[0] = 65
m[1:3] = b"XY"
print(b, m == b, m == b"AXYdef", m != b"q", m[1:3] == b"XY", bytes(m[2:][1:]))
print(m.format, m.itemsize, m.nbytes, m.ndim, m.shape, m.strides, m.readonly, m.contiguous,
      m.obj is b)
r = memoryview(b"ro")
print(r.readonly, hash(r) == hash(b"ro"), r.obj, type(r).__name__)
for code in ("r[0] = 1", "m[0] = 256", "m[0] = 'a'", "m[0:2] = b'abc'", "m[99]", "m[99] = 1",
             "m['a']", "memoryview('s')", "memoryview(5)", "hash(m)", "del m[0]", "m + m",
             "m[0:1] = 5", "m.cast('q')"):
    try:
        exec(code)
        print(code, "ok")
    except (TypeError, ValueError, IndexError, NotImplementedError) as e:
        print(code, type(e).__name__)
s = m[1:5]
s[0] = 48
s2 = s[1:3]
s2[:] = b"..".replace(b".", b"z")
print(b, s.tobytes(), s2.tolist())
m[::2] = b"123"
print(b)
m[2:5] = m[1:4]
print(b)
print(b"".join([m[:2], r]), bytearray(m[3:]), bytes(m) == bytes(b), str(m[:2], "ascii"),
      [x for x in m[4:]], int.from_bytes(m[:2], "big"))
