# What docs/without-allocating.md says allocates nothing: each function runs with the heap locked, and the bytes in
# use are the same after it.
import array
import gc
import struct
import time
import micropython
from micropython import heap_lock, heap_unlock

data = bytearray(b"0123456789abcdef")
view = memoryview(data)
words = array.array("h", [1, 2, 3, 4])
items = [1, 2, 3, "four"]
pair = (5, 6)
table = {"k": 1, 2: "two"}
text = "some text"
raw = b"raw bytes"
members = {1, 2, "x"}
counter = 0
error = ValueError("made before")
ring = micropython.RingIO(16)


class Point:
    def __init__(self, x):
        self.x = x

    def move(self, by=1, *, scale=1):
        self.x += by * scale
        return self

    @property
    def double(self):
        return self.x * 2

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 2

    def __add__(self, other):
        return self.x + other

    def __eq__(self, other):
        return self.x == other


class Slots:
    __slots__ = ("a",)


point = Point(1)
slots = Slots()
slots.a = 1


def positional(a, b=2, c=3):
    return a + b * c


def keywords(a, *, b=2, c=3):
    return a + b * c


def make_closure():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n
    return step


step = make_closure()


def generate():
    while True:
        yield 1


generator = generate()


# ---- what is tried

def arithmetic():
    a, b = 7, 3
    a + b; a - b; a * b; a // b; a % b; a << b; a >> b; a & b; a | b; a ^ b; ~a; -a; +a; a ** b; a / b
    a += b; a -= b; a *= b; a //= b; a %= b; a <<= b; a >>= b; a &= b; a |= b; a ^= b


def floats():
    x, y = 1.5, 2.25
    x + y; x - y; x * y; x / y; -x; x + 1; 2 * x; x // y; x % y; x < y; x == 1; abs(x); int(x); float(3)
    round(x); x ** 2; max(x, y); x += 1


def comparisons():
    a, s = 5, "s"
    a < 3; a <= 3; a == 3; a != 3; a > 3; a >= 3; 1 < a < 9; a is None; a is not s; not a; s == "t"
    s < "t"; a in pair; "f" in items; 2 in table; "x" in members; "me" in text; 65 in data; b"y" in raw
    point == 1; a and s or None; pair == (5, 6); raw == b"raw"; items is items


def names():
    global counter
    counter += 1
    a = b = counter
    a, b = b, a
    step()
    del a


def attributes():
    point.x = point.x + 1
    point.x += 1
    point.double; slots.a; slots.a = 2; point.__class__; type(point)
    getattr(point, "x"); setattr(point, "x", 5); hasattr(point, "x"); hasattr(point, "nothing")


def loads():
    items[0]; items[-1]; pair[1]; data[3]; view[3]; words[1]; table["k"]; table[2]; raw[0]; point[4]
    text[2]; table.get("k"); table.get("none", 3); a, b = pair; a, b, c, d = items


def stores():
    items[0] = 5; items[-1] = "x"; data[3] = 65; view[3] = 66; words[1] = -7; table["k"] = 3
    items[1], items[2] = items[2], items[1]
    data[1] += 1


def slices():
    data[0:4] = raw_4; view[4:8] = raw_4; data[2:6] = view_4; view[2:6] = data_4; words[0:2] = words_2


def calls():
    positional(1); positional(1, 2); positional(1, 2, 3); positional(a=1); positional(1, c=3, b=4)
    keywords(1); keywords(1, b=2); keywords(a=1, c=3)
    (lambda_made)(1)


def methods():
    point.move(); point.move(2); point.move(by=2, scale=3); point.move().move(); point + 1
    bound(3)


def builtins():
    len(items); len(text); len(point); len(data); abs(-5); min(1, 2); max(1, 2, 3); isinstance(point, Point)
    issubclass(Slots, object); ord("a"); chr(65); bool(items); int(5); callable(len); hash(5); hash(text)
    id(5); pow(2, 5); round(7); type(5)


def data_methods():
    items.append(items.pop()); items.reverse(); items.index(5); items.count(2)
    text.find("e"); text.startswith("so"); text.isdigit(); text.index("t"); text.count("e")
    raw.find(b"b"); raw.endswith(b"s"); data.find(b"9"); table.pop("z", None); members.discard(99)
    table.setdefault("k", 1); members.add(1); grown.append(1); grown.pop()


def loops():
    for i in range(5): pass
    for i in range(2, 9, 3): pass
    i = 0
    while i < 5:
        i += 1
        if i == 2:
            continue
        elif i == 4:
            break
    else:
        pass
    for i in range(2):
        for j in range(i): pass
    for x in items:
        for y in pair: pass
    for x in raw: pass
    for x in data: pass


def loops_over_parts():
    for i, x in next(steppers): pass
    for x, y, z in next(steppers): pass
    for k, v in next(steppers): pass


def conditions():
    a = 1 if counter else 2
    if a == 1 and counter or not a: pass
    elif a: pass
    else: pass
    assert a


def matching():
    for i in range(4):
        match i:
            case 0 | 1: pass
            case 2 if counter: pass
            case _: pass
    match pair:
        case (a, b): pass


def untouched_try():
    try:
        a = 1
    except ValueError:
        a = 2
    else:
        a = 3
    finally:
        a = 4


def raising():
    for i in range(3):
        try:
            raise error
        except KeyError: pass
        except ValueError as e:
            error.__traceback__ = None


def generators():
    next(generator)
    generator.send(None)


def binary():
    struct.pack_into("<hB", data, 2, -5, 7)
    int_from(raw_3, "little")


def streams():
    ring.write(raw_4); ring.any(); ring.readinto(data_4); ring.write(data_4); ring.readinto(data_4)


def clocks():
    time.ticks_ms(); time.ticks_us(); time.ticks_diff(5, 3); time.ticks_add(5, 3); time.sleep_us(1)
    gc.mem_free(); gc.isenabled(); micropython.mem_peak(); micropython.stack_use()
    micropython.schedule(len, pair); micropython.heap_locked()


raw_4, view_4, data_4 = b"ABCD", memoryview(b"EFGH"), bytearray(4)
words_2 = array.array("h", [8, 9])
lambda_made = lambda n: n + 1
bound = point.move
steppers = iter([
    enumerate(items), zip(items, pair, raw), iter(table.items()),
    enumerate(items), zip(items, pair, raw), iter(table.items()),
])
grown = bytearray(20)
grown.pop()
int_from, raw_3 = int.from_bytes, b"abc"


tried = (arithmetic, floats, comparisons, names, attributes, loads, stores, slices, calls, methods, builtins,
         data_methods, loops, loops_over_parts, conditions, matching, untouched_try, raising, generators, binary,
         streams, clocks)


def run(f):
    heap_lock()
    before = gc.mem_alloc()
    try:
        f()
        after = gc.mem_alloc()
    except MemoryError:
        after = -1
    finally:
        heap_unlock()
    if after != before:
        print(f.__name__, "allocates")
    return after == before


good = 0
for f in tried:
    f()  # names are looked up, room is made
for f in tried:
    good += run(f)
print(good, "of", len(tried))
