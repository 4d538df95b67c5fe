# array.array: typecodes, methods, slices, conversion, errors.
from array import array
for code, vals in (("b", [-128, 127]), ("B", [0, 255]), ("h", [-5]), ("H", [65535]), ("i", [-1]),
                   ("I", [1]), ("l", [2]), ("L", [3]), ("q", [-2 ** 63]), ("Q", [2 ** 64 - 1]),
                   ("f", [0.5]), ("d", [0.1])):
    a = array(code, vals)
    print(a, a.typecode, a.itemsize == array(code).itemsize, len(a), a[0], list(a))
a = array("i", [1, 2, 3])
a.append(4)
a.extend([5, 6])
a.extend(array("i", [7]))
a.insert(0, 0)
print(a, a.pop(), a.pop(0), a.index(3), a.count(2), a[1:3], a[::-1], a[-1], 3 in a, 99 in a,
      a.tolist())
a.remove(3)
a.reverse()
a[0] = 60
a[1:3] = array("i", [8, 9, 10])
del a[0], a[-1:]
print(a, a + array("i", [1]), a * 2, a == array("i", [8, 9, 10]), array("i", [1]) < array("i", [2]),
      array("i", [1]) == array("d", [1.0]), array("i") == array("b"))
a += array("i", [5])
a *= 2
print(a, bytes(array("B", b"ab")), array("B", b"ab").tobytes(), array("H", bytes(4)),
      array("d", (1, 2.5)), array("i", range(3)), array("b"), repr(array("b")), bool(array("b")),
      array("B", bytearray(b"x")))
b = array("H")
b.frombytes(b"\1\0\2\0" if array("H", [1]).tobytes() == b"\1\0" else b"\0\1\0\2")
b.fromlist([3])
b.byteswap()
print(b, sum(array("d", [0.5, 1])), max(array("b", [3, -4])), sorted(array("i", [3, 1])),
      [x * 2 for x in array("i", [1, 2])], memoryview(array("i", [9]))[0], hash(5) == 5)
for f in (lambda: array("b", [128]), lambda: array("B", [-1]), lambda: array("i", ["a"]),
          lambda: array("i", [1.5]), lambda: array("x"), lambda: array(), lambda: array("i", 5),
          lambda: a[99], lambda: a.remove(77), lambda: a.index(77), lambda: array("i").pop(),
          lambda: a.append("x"), lambda: a.__setitem__(slice(0, 1), [1]),
          lambda: a + [1], lambda: a.extend(array("b", [1])), lambda: hash(a),
          lambda: a.frombytes(b"123"), lambda: a.fromlist([1, "x"]), lambda: array("f", [None]),
          lambda: a < [1], lambda: array("i", "abc"), lambda: a["x"], lambda: a.pop(50),
          lambda: array("Q", [2 ** 64])):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError, IndexError) as e:
        print(type(e).__name__, end=" ")
print(len(a))
