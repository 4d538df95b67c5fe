# Small grammar and semantics additions of 3.12 to 3.14.
print(sum([0.1] * 10), sum([1e30, 1.0, -1e30]), sum((0.1, 0.2, 0.3)))
print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): "s"}[slice(1)])
print((5).is_integer(), "a-b-c".replace("-", "+", count=1))
print(list(map(lambda a, b: a + b, [1, 2], [3, 4], strict=True)))
try:
    list(map(lambda a, b: a + b, [1], [3, 4], strict=True))
except ValueError as e:
    print(type(e).__name__)
try:
    bool(NotImplemented)
except TypeError:
    print("TypeError")
print(float.from_number(3), complex.from_number(2.5))
try:
    float.from_number("3")
except TypeError:
    print("TypeError")
print(bytes.fromhex(b"41 42"), memoryview(b"abca").count(97), memoryview(b"abc").index(99))
def f():
    x = 1
    d = locals()
    x = 2
    y = 3
    return d, locals() is d
print(f())
def g():
    x = 1
    locals()["x"] = 5
    return x, locals()["x"]
print(g())
class C:
    "doc\n        indented\n    more"
print(repr(C.__doc__))
