# The bounds of a slice are looked at before what is assigned.
x = bytearray(b"abc")
for key in slice(None, None, "a"), slice("a", None), slice(None, 1.5):
    for value in range(-4, 3), "text", 5, b"z":
        try:
            x[key] = value
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)

class Bound:
    def __index__(self):
        return 1

class Values:
    def __iter__(self):
        return iter([65, 66])

x[Bound():] = Values()
print(x)
