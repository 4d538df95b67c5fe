# What objects cost: bytes of heap for each of 200; 64 bits / 32 bits with single floats.
import gc
import sys

wide = sys.maxsize > 1 << 32
keep = [None] * 200


class Point:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z


class Empty:
    pass


class Eight:
    def __init__(self):
        self.a = self.b = self.c = self.d = 1
        self.e = self.f, self.g = self.h = (1, 2)


def generator():
    yield 1


def make_closure(n):
    return lambda: n


def by_append(n):
    items = []
    for i in range(n):
        items.append(i + 0.5)
    return items


def cost(make):
    i = 0
    while i < 200:
        keep[i] = None
        i += 1
    make(0), make(1)
    gc.collect()
    before = gc.mem_alloc()
    i = 0
    while i < 200:
        keep[i] = make(i)
        i += 1
    gc.collect()
    return (gc.mem_alloc() - before) / 200


def check(name, make, most64, most32):
    bytes, most = cost(make), most64 if wide else most32
    print(name, "ok" if bytes <= most else "%.1f bytes instead of %d" % (bytes, most))


def no_block(i):
    return i * 0.25


point = Point(1, 2, 3)
check("float", no_block, 0, 0)
check("int", lambda i: i * 1000000, 0, 0)
check("instance of three attributes", lambda i: Point(i, i, i), 48, 32)
check("instance without attributes", lambda i: Empty(), 32, 16)
check("instance of eight attributes", lambda i: Eight(), 96, 48)
check("empty list", lambda i: [], 32, 16)
check("list of three", lambda i: [i, i, i], 64, 32)
check("list of 100 floats by append", lambda i: by_append(100), 880, 448)
check("list of 100 floats by comprehension", lambda i: [j + 0.5 for j in range(100)], 880, 448)
check("dict of three", lambda i: {"a": i, "b": i, "c": i}, 96, 48)
check("closure over one variable", make_closure, 48, 32)
check("bound method", lambda i: point.__init__, 32, 16)
check("str of 5", lambda i: "%05d" % i, 32, 32)
check("str of 20", lambda i: "%020d" % i, 48, 48)
check("tuple of two", lambda i: (i, i), 32, 16)
check("generator", lambda i: generator(), 96, 48)


def first_instance():
    class Pair:
        def __init__(self, n):
            self.first = n
            self.second = n

    gc.collect()
    before = gc.mem_alloc()
    pair = Pair(1)
    gc.collect()
    return gc.mem_alloc() - before, pair


# The number of attributes is seen in __init__, so even the first instance holds all in itself: with
# a root shape and one for each name.
bytes = first_instance()[0]
print("first instance", bytes <= (48 + 3 * 48 if wide else 32 + 3 * 32) or bytes)
