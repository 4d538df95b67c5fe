# array.frombytes() of the array itself, or of what is no sequence of single bytes.
from array import array
for code in "B", "b", "H":
    a = array(code, [1, 2])
    for v in a, memoryview(a), memoryview(a)[1:], array("H", [1]), array("b", [1, 2]), b"\1\2", b"\1", "ab", 5:
        try:
            a.frombytes(v)
            print(code, a)
        except (BufferError, TypeError, ValueError) as e:
            kind = type(v).__name__
            print(code, kind, type(e).__name__, e)
    del v
