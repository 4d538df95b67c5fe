# What functions with keyword parameters say of wrong arguments: how many first, then which are missing, twice, unknown.
def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except (TypeError, ValueError) as e:
        print(e)

for f in sum, enumerate, memoryview, int, bytes, bytearray, "a".encode, "a".split, "a".expandtabs, "a".splitlines, b"a".hex, b"a".translate, (1).to_bytes, [].sort:
    for args in (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4):
        if f is not enumerate or len(args) > 1:
            attempt(f, *args)
for f, args, keywords in (
    (sum, ([],), {"start": 3, "stop": 1}), (sum, ([], 1), {"start": 3}),
    (enumerate, ([], 1), {"start": 3}), (memoryview, (), {"obj": b""}), (memoryview, (b"",), {"object": b""}),
    (int, (1,), {"base": 2, "z": 1}), ("a".encode, (), {"encoding": "ascii", "errors": "strict", "x": 1}),
    ("a".expandtabs, (), {"tabsize": 2, "x": 1}), ("a".split, ("b",), {"sep": "b"}), (b"".hex, (), {"a": 1, "b": 2, "c": 3}),
    ([].sort, (), {"key": None, "reverse": 0, "x": 1}), ([].sort, (1,), {"key": None}), (compile, ("1",), {}), (compile, (), {"source": "1"}),
    (compile, ("1", "f", "eval"), {"mode": "eval"}), (round, (), {}), (round, (1, 2, 3), {}), (pow, (1,), {}), (pow, (1, 2), {"mod": 3, "x": 1}),
):
    attempt(f, *args, **keywords)
for f in "a".encode, b"".decode, "a".removeprefix, "a".__format__, (1).__format__, [].__format__, __import__:
    for v in None, 1, b"a":
        attempt(f, v)
attempt(str, b"", None)
attempt(str, b"", "ascii", 1)
attempt(bytes, "", None)
attempt(bytearray, "", "ascii", None)
attempt(compile, "1", "f", 3)
attempt(format, 1, None)
attempt(int.from_bytes, b"", None)
attempt("a".replace, None, "a")
attempt(memoryview(b"").tobytes, 3)
