# args: -X heapsize=16M
# struct, json, collections and array given hostile sizes and counts.
import struct, json, array
from collections import deque
def attempt(f):
    try:
        r = f()
        return type(r).__name__
    except (struct.error, ValueError, TypeError, OverflowError, MemoryError, IndexError,
            RecursionError) as e:
        return "refused"
print([attempt(f) for f in (lambda: struct.calcsize("99999999999999999999i"),
      lambda: struct.calcsize("9223372036854775807q"),
      lambda: struct.pack("4611686018427387904H", 1), lambda: struct.unpack("i", b"abc"),
       lambda: struct.unpack_from("i", b"abcd", 2 ** 63),
      lambda: struct.unpack_from("i", b"abcd", -5), lambda: struct.pack_into("i", bytearray(4), 1,
      5), lambda: struct.pack_into("i", bytearray(4), -1, 5), lambda: struct.pack("B", 256),
       lambda: struct.pack("b", -129), lambda: struct.pack("q", 2 ** 63),
      lambda: struct.pack("i", "x"), lambda: struct.pack("Z", 1), lambda: struct.pack("5", 1),
      lambda: struct.pack("i"), lambda: struct.pack("i", 1, 2), lambda: struct.pack("<e", 1e30))])
print([attempt(f) for f in (lambda: json.loads("[" * 200000),
      lambda: json.loads("[" * 200000 + "]" * 200000), lambda: json.loads('{"a":' * 100000),
      lambda: json.loads("1" * 10), lambda: json.loads("1e999999"), lambda: json.loads(""),
       lambda: json.loads("nul"), lambda: json.loads('"\\u12"'), lambda: json.loads('"\\x"'),
      lambda: json.loads('"abc'), lambda: json.loads("[1,]"), lambda: json.loads("{1:2}"),
      lambda: json.loads('{"a" 1}'), lambda: json.loads("1 2"),
       lambda: json.loads("\0"), lambda: json.loads("-"), lambda: json.loads("01"),
      lambda: json.loads(b"\xff\xff"))])
l = []
l.append(l)
print([attempt(lambda: json.dumps(l)), attempt(lambda: json.dumps({(1, 2): 3})),
      attempt(lambda: json.dumps(object())), attempt(lambda: json.dumps({1, 2})),
      attempt(lambda: json.dumps(b"x")), attempt(lambda: json.dumps(1j))])
print([attempt(f) for f in (lambda: deque([], -1), lambda: deque([], 2 ** 100), lambda: deque(5),
      lambda: deque([1])[10 ** 20], lambda: deque().pop(), lambda: deque([1]).rotate(10 ** 9),
      lambda: deque([1, 2], 1),       lambda: deque([1, 2]).insert(2 ** 30, 3),
      lambda: deque([1], 1).insert(0, 2), lambda: deque([1, 2]).index(1, 10 ** 6))])
print([attempt(f) for f in (lambda: array.array("i", [2 ** 40]), lambda: array.array("z"),
      lambda: array.array("i", "abc"), lambda: array.array("B", [-1]),
      lambda: array.array("i") * 10 ** 9, lambda: array.array("i", 5),
       lambda: array.array("f", ["x"]), lambda: array.array("i", b"123"),
      lambda: array.array("i", [1])[5], lambda: array.array("", []), lambda: array.array("ii"),
      lambda: array.array("B", [1]).append(300))])
def nest(n):
    x = []
    for _ in range(n): x = [x]
    return x
print(len(json.dumps(nest(100))), attempt(lambda: json.dumps(nest(100000))),
      json.loads("[" * 50 + "]" * 50) == nest(49))
