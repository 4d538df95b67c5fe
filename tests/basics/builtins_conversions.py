# hex, oct, bin, chr, ord, repr, ascii, hash, id, bool, callable, len, type.
print(hex(255), hex(-1), oct(8), oct(-0), bin(5), bin(-5), chr(65), ord("A"), ord(b"a"), repr("a"),
      ascii("é\n"), hash(1), hash(True), hash(0), bool(""), bool("a"), bool(), len("abc"),
      callable(len))
x, y = [], []
print(id(x) == id(x), id(x) == id(y), id(x) != id(y), isinstance(id(x), int), id(None) == id(None),
      x is x, x is y, type(id(1)).__name__)
for code in ("hex('a')", "hex(1.0)", "oct(None)", "bin([])", "chr('a')", "ord('')", "ord('ab')",
             "ord(b'ab')", "len(5)", "len()", "len([], [])", "hash([])", "hash({})", "callable()",
             "id()", "bool(1, 2)", "repr()", "ascii()", "type()", "type(1, 2)", "isinstance(1)",
             "chr()"):
    try:
        print(code, eval(code))
    except (TypeError, ValueError) as e:
        print(code, type(e).__name__, end="; ")
print()
print(type(1), type("a"), type(None), type([]), type(int), type(len), type(print) is type(len),
      type(lambda: 0).__name__, type(type).__name__, type(...).__name__, type(range(1)), type(1j),
      type(b""), type({}), type(()), type(set()), type(frozenset()), type(bytearray()),
      type(memoryview(b"")), type(slice(1)))
print(int, str, float.__name__, dict.__name__, object.__name__, bool.__mro__,
      [c.__name__ for c in (IndexError).__mro__])
print(bool([]), bool([0]), bool(0.0), bool(None), bool(NotImplemented is None), bool(...),
      int(True), str(False), float("1e2"), complex("1j"), list("ab"), tuple([1]), set([1]),
      dict(a=1), bytes(1), frozenset([2]))
print(repr(1), repr(1.0), repr("q'"), repr(None), repr([1, "a"]), repr((1,)), repr({"k": 1}),
      repr({1}), repr(b"x"), repr(range(2)), repr(slice(1)), repr(...), repr(int), repr(True),
      repr(1j), repr(bytearray(b"b")))
print(__name__, __builtins__ is not None, len(dir(__builtins__)) > 100,
      "print" in dir(__builtins__), max.__name__)
