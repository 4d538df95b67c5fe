# Mutating methods and slice assignment of bytearray.
b = bytearray(b"hello")
b[0] = 72
b[-1:] = b"O!"
b[1:3] = b""
print(b, len(b))
b.append(33)
b.extend(b"abc")
b.extend([1, 2])
b.extend(i for i in (65,))
print(b, b.pop(), b.pop(0), b)
b.insert(0, 90)
b.insert(100, 95)
b.insert(-1, 46)
b.remove(33)
print(b, b.index(b"l"), b.find(b"abc"))
b.reverse()
print(b, b.copy() == b, b.copy() is b)
b[::2] = b"#" * len(b[::2])
print(b)
del b[0], b[1:3], b[::2]
print(b)
b += b"xy"
b *= 2
print(b, b * 0, 3 * bytearray(b"a"))
b[2:2] = b"INS"
b[:] = [1, 2, 3]
b[1:2] = range(10, 13)
print(list(b))
b.clear()
print(b, bool(b))
b = bytearray(range(10))
b[::-1] = b[:]
b[2:4] = b
print(list(b))
for code in ("b[0] = 256", "b[0] = -1", "b[0] = 'a'", "b[99] = 1", "b[::2] = b'x'", "b.append(256)",
             "b.append('a')", "b.extend('abc')", "b.extend([300])", "b.remove(99)",
             "bytearray().pop()", "b[0:1] = 'str'", "b[0:1] = 5", "hash(b)", "b.insert('a', 1)",
             "b.index(200)", "b[0] = 1.0", "del b[50]"):
    try:
        exec(code)
        print(code, "ok", len(b))
    except (ValueError, TypeError, IndexError) as e:
        print(code, type(e).__name__)
