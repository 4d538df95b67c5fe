# exit and quit say how to leave, and raise SystemExit with what they are called with.
for q in exit, quit:
    print(q, q.name, type(q).__name__, callable(q))
    for args in (), (3,), ("text",), (None,):
        try:
            q(*args)
        except SystemExit as e:
            print(repr(e.code))
try:
    exit(code=5)
except SystemExit as e:
    print(e.code)
try:
    exit(1, 2)
except TypeError:
    print("TypeError")
