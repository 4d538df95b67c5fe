# Texts of the errors of files: wrong direction, wrong kind of argument, closed.
import io, os
path = os.environ["TMPDIR"] + "/f"
with open(path, "w") as f:
    f.write("hello\nworld\n")

def show(mode, *calls):
    for name, *args in calls:
        with open(path, mode) as f:
            try:
                getattr(f, name)(*args)
            except (TypeError, OSError, ValueError) as e:
                print(mode, name, args, type(e).__name__, e)
            else:
                print(mode, name, args, "done")

show("r", ("write", "x"), ("write", b"x"), ("write", None), ("write", 3), ("read", "x"), ("read", 1.5),
     ("read", None), ("readlines", "x"), ("writelines", [b"a"]), ("seek", 1, 1))
show("rb", ("write", b"x"), ("write", "x"), ("writelines", [b"x"]), ("read", "x"), ("readline", 1.5))
show("r+", ("write", b"x"), ("write", None))
show("ab", ("read",), ("read", 3), ("readline",), ("readinto", bytearray(3)), ("write", "x"), ("write", 3))
show("a", ("read",), ("readline",), ("write", b"x"))
for mode, names in ("r", "read readline tell flush __enter__ __iter__"), ("rb", "flush __enter__ __iter__"):
    f = open(path, mode)
    f.close()
    for name in names.split():
        try:
            getattr(f, name)()
        except ValueError as e:
            print(mode, name, e)
for stream in io.StringIO("a"), io.BytesIO(b"a"):
    for args in ("x",), (1.5,):
        try:
            stream.read(*args)
        except TypeError as e:
            print(e)
