# SPDX-License-Identifier: MIT
"""A tour of the heap: what objects cost, how the heap fills, what a collection gives back.

    build/unix/micropython -X heapsize=256K examples/heap_tour.py

It uses the reports that this interpreter has and CPython has not: gc.mem_alloc(), gc.mem_free() and
micropython.mem_info(). What it shows is what a board with a heap of that size would do.
"""

import gc

try:
    import micropython
except ImportError:
    micropython = None

LETTERS = (
    (".", "free"),
    ("=", "a further block of what begins before it"),
    ("h", "the first block of something else (the storage of a list, an instance ...)"),
    ("T", "tuple"),
    ("L", "list"),
    ("D", "dict"),
    ("S", "str or bytes"),
    ("A", "bytearray or array"),
    ("F", "float"),
    ("B", "function"),
    ("M", "module"),
)


class Point:
    def __init__(self):
        self.x = 1
        self.y = 2
        self.z = 3


class Slotted:
    __slots__ = ("x", "y", "z")

    def __init__(self):
        self.x = 1
        self.y = 2
        self.z = 3


def count_to(n):
    for i in range(n):
        yield i


SAMPLES = (
    ("None", lambda: None),
    ("a small int, 1000", lambda: seven + 993),
    ("a float, 0.5", lambda: seven / 14),
    ("an int of 100 bits", lambda: (seven - 6) << 100),
    ("a str of 5 characters", lambda: "abc%d" % (seven + 4)),
    ("a str of 100 characters", lambda: "x" * (seven + 93)),
    ("bytes(100)", lambda: bytes(seven + 93)),
    ("bytearray(1000)", lambda: bytearray(seven + 993)),
    ("an empty list", lambda: []),
    ("a list of 10", lambda: [None] * (seven + 3)),
    ("a tuple of 3", lambda: (seven, seven, seven)),
    ("an empty dict", lambda: {}),
    ("a dict of 3", lambda: {"x": 1, "y": 2, "z": 3}),
    ("a dict of 100", lambda: {i: i for i in range(100)}),
    ("a set of 3", lambda: {1, 2, seven}),
    ("an object with 3 attributes", Point),
    ("the same with __slots__", Slotted),
    ("a generator", lambda: count_to(3)),
    ("a function", lambda: lambda: seven),
)
seven = 7
kept = [None]


def cost_of(make):
    """The bytes by which the heap grows when make() makes its object."""
    kept[0] = make()
    kept[0] = None
    gc.collect()
    before = gc.mem_alloc()
    kept[0] = make()
    gc.collect()
    return gc.mem_alloc() - before


def heading(text):
    print()
    print(text)
    print("-" * len(text))


def show_heap(what):
    print()
    print(f"{what}: {gc.mem_alloc()} bytes in use, {gc.mem_free()} free")
    micropython.mem_info(1)


def show_costs():
    heading("What objects cost")
    print("Each is made once, and gc.mem_alloc() read before and after. A 0 means that the object")
    print("lies in the word itself (small ints, floats) or is not in the heap at all.")
    print()
    for name, make in SAMPLES:
        print(f"{cost_of(make):>6} bytes  {name}")


def show_letters():
    heading("Reading a dump")
    print("micropython.mem_info(1) prints a letter for each block of 16 bytes:")
    print()
    for letter, meaning in LETTERS:
        print(f"  {letter}  {meaning}")


def show_filling():
    heading("A heap being used")
    gc.collect()
    show_heap("At first")
    records = [{"id": i, "name": "record %d" % i, "data": bytearray(100)} for i in range(60)]
    show_heap("With 60 dicts, each with a str and a bytearray of 100 bytes (S, D, A)")
    del records[:]
    show_heap("The list emptied; nothing has changed but the list, for nothing was collected yet")
    freed = gc.collect()
    show_heap("After gc.collect()" + ("" if freed is None else f", which freed {freed} objects"))


def show_fragments():
    heading("Holes, and a buffer larger than each of them")
    unit = 1024
    count = gc.mem_free() // (unit * 2)
    pieces = [bytearray(unit) for _ in range(count)]
    for i in range(0, count, 2):
        pieces[i] = None
    gc.collect()
    size = gc.mem_free() * 9 // 10
    print(f"{count} buffers of {unit} bytes were made and every other one dropped, so that the free")
    print(f"{gc.mem_free()} bytes lie in pieces. Now a buffer of nine tenths of that, {size} bytes:")
    try:
        buffer = bytearray(size)
        print(f"there it is, {len(buffer)} bytes: the heap was compacted to make room.")
    except MemoryError:
        print("MemoryError. No piece is large enough.")


def main():
    if micropython is None:
        print("heap_tour shows what only micropython can: run it as")
        print("build/unix/micropython -X heapsize=256K examples/heap_tour.py")
        return
    print(f"The heap has {gc.mem_alloc() + gc.mem_free()} bytes; its size was fixed at the start.")
    show_costs()
    show_letters()
    show_filling()
    show_fragments()
    heading("Now you")
    print("Run a script of yours in such a heap:   build/unix/micropython -X heapsize=64K your.py")
    print("without -X the heap is larger:          build/unix/micropython your.py")
    print("or try things out at the prompt:        build/unix/micropython")
    print("There, `import gc, micropython` and micropython.mem_info(1) at any time.")


if __name__ == "__main__":
    main()
