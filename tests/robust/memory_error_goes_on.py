# args: -X heapsize=256K
# After a MemoryError every object is as it was and the program goes on.
def grow(f):
    try:
        while True:
            f()
    except MemoryError:
        return True
class Box: pass
x, d, s, b, box = [], {}, set(), bytearray(), Box()
text = ["ab"]
def double(): text[0] += text[0]
def attribute(): setattr(box, "a%d" % len(box.__dict__), [0] * 50)
steps = {
    "list": lambda: x.extend(range(len(x) + 10)), "dict": lambda: d.update({len(d): [0] * 20}),
    "set": lambda: s.add((len(s), 1, 2, 3)), "bytearray": lambda: b.extend(bytes(len(b) + 10)),
    "str": double, "attribute": attribute,
    "int": lambda: x.append((1 << 100000 * (len(x) + 1))),
}
def count(container):
    n = 0
    for _ in container:
        n += 1
    return n
for name, step in steps.items():
    grown = grow(step)
    whole = count(x) == len(x) and count(d) == len(d) and count(s) == len(s) and count(b) == len(b)
    x.clear(), d.clear(), s.clear(), b.clear(), box.__dict__.clear()
    print(name, grown, whole, text[0][:4])
    text[0] = "ab"
def generator():
    held = []
    while True:
        held.append(bytes(1000))
        yield
__import__("sys").set_int_max_str_digits(0)
for f in (lambda: list(generator()), lambda: "x" * 10 ** 9, lambda: [0] * 10 ** 9, lambda: bytes(10 ** 9), lambda: list(range(10 ** 9)),
          lambda: sorted([0] * 100000), lambda: eval("[" + "1," * 50000 + "]"), lambda: str(1 << 900000), lambda: {i: i for i in range(10 ** 6)},
          lambda: format(1, "1000000"), lambda: "%1000000d" % 1, lambda: "".join(["abc"] * 10 ** 6), lambda: ("ab" * 1000).replace("a", "x" * 1000)):
    try:
        f()
        print("done")
    except MemoryError as e:
        print("MemoryError", end=" ")
print()
print(sum([i for i in range(1000)]), "%s" % [1, 2])
