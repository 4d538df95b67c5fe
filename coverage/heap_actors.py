# SPDX-License-Identifier: MIT
# What the programs of coverage/fuzz_heap.py consist of: actors that keep state and change it a
# little at each step. What a step returns goes into a digest, so nothing may depend on addresses,
# on the order of sets or on when memory is given back.
try:
    import weakref
except ImportError:
    weakref = None
from array import array
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
import io
import json
import struct


class Random:
    def __init__(self, seed):
        self.state = seed & 0xffffff

    def below(self, n):
        self.state = (self.state * 1140671 + 12820163) & 0xffffff
        return (self.state >> 8) % n


class Actor:
    def __init__(self, size):
        self.size = size
        self.start()

    def start(self):
        self.items = []

    def ops(self):
        return [getattr(self, n) for n in type(self).OPS]

    def step(self, r):
        return self.ops()[r.below(len(type(self).OPS))](r)


def digest(x, depth=0):
    """A number for a value of builtin types, the same in every interpreter."""
    if x is None or depth > 50:
        return 7
    if isinstance(x, int):
        return (x ^ (x >> 40)) % 1000003
    if isinstance(x, str):
        h = len(x)
        for c in x[:40]:
            h = (h * 31 + ord(c)) % 1000003
        return h
    if isinstance(x, (bytes, bytearray)):
        return (len(x) * 31 + sum(x)) % 1000003
    if isinstance(x, dict):
        x = list(x.items())
    elif isinstance(x, (set, frozenset)):
        x = sorted(x)
    elif isinstance(x, float):
        return digest(repr(x))
    h = 17
    for item in x:
        h = (h * 33 + digest(item, depth + 1)) % 1000003
    return h


def run(actors, seed, steps):
    r = Random(seed)
    total = 0
    for i in range(steps):
        actor = actors[r.below(len(actors))]
        try:
            result = digest(actor.step(r))
        except MemoryError:
            raise
        except Exception as e:
            result = digest(type(e).__name__)
        total = (total * 37 + result) % 1000003
        if i % 10 == 0:
            print(i, type(actor).__name__, total)
    print("end", total)

# ---- containers ----------------------------------------------------------------------------------


class Lists(Actor):
    OPS = "append", "nest", "insert", "cut", "double", "fill", "reverse", "comprehend", "walk", "look"

    def append(self, r):
        self.items.append([r.below(100)] * r.below(self.size))
        return len(self.items)

    def nest(self, r):
        self.items = [self.items[-self.size:], r.below(9)]
        return 1

    def insert(self, r):
        self.items[r.below(3):r.below(3)] = [str(i) for i in range(r.below(self.size))]
        return self.items[:5]

    def cut(self, r):
        del self.items[r.below(4)::2 + r.below(3)]
        return len(self.items)

    def double(self, r):
        self.items = (self.items * 2)[:3 * self.size]
        return len(self.items)

    def fill(self, r):
        self.items.extend((i, i * i) for i in range(self.size))
        del self.items[4 * self.size:]
        return self.items[-1]

    def reverse(self, r):
        self.items.reverse()
        return len(self.items)

    def comprehend(self, r):
        pairs = [(a, b) for a in range(self.size) for b in range(a % 4)]
        return [*pairs, *self.items][-3:]

    def walk(self, r):
        n = 0
        for x in self.items:
            n += 1
            if n % 3 == 0 and len(self.items) < 5 * self.size:
                self.items.append([n])
        return n

    def look(self, r):
        return self.items


class Dicts(Actor):
    OPS = "put", "put", "numbers", "pairs", "drop", "pop", "update", "copy", "walk", "merge", "default", "look"

    def start(self):
        self.d = {}

    def put(self, r):
        for i in range(r.below(self.size)):
            self.d["key%d" % r.below(5 * self.size)] = [i]
        return len(self.d)

    def numbers(self, r):
        for i in range(r.below(self.size)):
            self.d[r.below(1 << 16) << r.below(60)] = str(i)
        return len(self.d)

    def pairs(self, r):
        key = (r.below(5), "k%d" % r.below(5))
        self.d[key] = self.d.get(key, 0) + 1
        return self.d[key]

    def drop(self, r):
        for key in list(self.d)[::2]:
            del self.d[key]
        return list(self.d)[:4]

    def pop(self, r):
        return [self.d.popitem() for _ in range(min(len(self.d), r.below(self.size)))]

    def update(self, r):
        self.d.update({str(i): i for i in range(r.below(self.size))})
        self.d.update([(n, n) for n in "abc"], word=str(r.below(100)))
        return len(self.d)

    def copy(self, r):
        old, self.d = self.d, dict(self.d)
        old.clear()
        return self.d == {**self.d}

    def walk(self, r):
        for i, (key, value) in enumerate(self.d.items()):
            if i == self.size:
                self.d["late%d" % len(self.d)] = key
        return i

    def merge(self, r):
        self.d = dict(list((self.d | {"m": [self.size]}).items())[-6 * self.size:])
        return "m" in self.d

    def default(self, r):
        d = defaultdict(list)
        for i in range(2 * self.size):
            d[i % 5].append(str(i))
        return OrderedDict(d)

    def look(self, r):
        return self.d


class Sets(Actor):
    OPS = "add", "words", "discard", "combine", "frozen", "count", "look"

    def start(self):
        self.a, self.b = set(), {"x"}

    def add(self, r):
        for i in range(r.below(self.size)):
            self.a.add(r.below(1 << 12))
        return len(self.a)

    def words(self, r):
        self.b |= {"w%d" % r.below(3 * self.size) for _ in range(self.size)}
        return len(self.b)

    def discard(self, r):
        self.a = {x for x in self.a if x % 3}
        while len(self.b) > self.size:
            self.b.discard(max(self.b))
        return len(self.b)

    def combine(self, r):
        odd = set(range(1, 200, 2))
        return [len(self.a & odd), len(self.a - odd), sorted(self.a ^ odd)[:5]]

    def frozen(self, r):
        table = {frozenset(sorted(self.b)[:i]): i for i in range(self.size)}
        return table[frozenset(sorted(self.b)[:2])]

    def count(self, r):
        return Counter(str(x)[-1] for x in sorted(self.a)).most_common(2)

    def look(self, r):
        return [self.a, self.b]


class Deques(Actor):
    OPS = "left", "right", "rotate", "bounded", "pop", "look"

    def start(self):
        self.d = deque()

    def left(self, r):
        self.d.appendleft([r.below(50)] * 3)
        return len(self.d)

    def right(self, r):
        self.d.extend(str(i) for i in range(self.size))
        return len(self.d)

    def rotate(self, r):
        self.d.rotate(r.below(9) - 4)
        return self.d[0]

    def bounded(self, r):
        self.d = deque(self.d, 4 * self.size)
        return len(self.d)

    def pop(self, r):
        return [self.d.pop() for _ in range(r.below(self.size))]

    def look(self, r):
        return self.d

# ---- text and bytes ------------------------------------------------------------------------------


class Strings(Actor):
    OPS = "add", "join", "split", "replace", "format", "unicode", "builder", "cut", "look"

    def start(self):
        self.s = "start"

    def add(self, r):
        for i in range(self.size):
            self.s += chr(97 + i % 26)
        return self.cut(r)

    def cut(self, r):
        self.s = self.s[-20 * self.size:]
        return len(self.s)

    def join(self, r):
        self.s = ",".join([self.s[:30]] + ["%d" % i for i in range(self.size)])
        return self.s

    def split(self, r):
        parts = self.s.split(",")
        self.s = "|".join(reversed(parts))
        return parts[:4]

    def replace(self, r):
        self.s = self.s.replace("a", "bcd").replace("1", "")
        return self.cut(r)

    def format(self, r):
        n = r.below(1000)
        return f"{n:08d} {self.s[:9]!r:>20} {n / 4}" + "{:x}-{!s}".format(n, [n]) + "%5s|%r" % (n, self.s[:5])

    def unicode(self, r):
        self.s = (self.s[:self.size] + "é€𝄞" * r.below(self.size)).upper().lower()
        return [self.s[::-1], self.s.encode()[:9], self.s.find("€")]

    def builder(self, r):
        out = io.StringIO()
        for i in range(self.size):
            print(i, self.s[:i], file=out)
        return out.getvalue()

    def look(self, r):
        return self.s


class Bytes(Actor):
    OPS = "grow", "shrink", "insert", "view", "write", "release", "stream", "pack", "look"

    def start(self):
        self.b = bytearray(b"start")
        self.views = []

    def grow(self, r):
        self.b += bytes(range(r.below(self.size))) * 3
        if len(self.b) > 60 * self.size:
            del self.b[::2]
        return len(self.b)

    def shrink(self, r):
        del self.b[r.below(5):r.below(len(self.b) + 1)]
        return len(self.b)

    def insert(self, r):
        at = r.below(len(self.b) + 1)
        self.b[at:at + r.below(4)] = b"*" * r.below(2 * self.size)
        return self.b[-3:]

    def view(self, r):
        if len(self.b) > 4:
            self.views.append(memoryview(self.b)[1:-1])
        return len(self.views)

    def write(self, r):
        for v in self.views:
            v[r.below(len(v))] = r.below(256)
        return [bytes(v[:3]) for v in self.views]

    def release(self, r):
        for v in self.views:
            v.release()
        self.views = []
        return len(self.b)

    def stream(self, r):
        out = io.BytesIO()
        for i in range(self.size):
            out.write(bytes([i % 256]) * i)
        out.seek(r.below(9))
        return out.read(20)

    def pack(self, r):
        return struct.pack(">HIb%ds" % self.size, r.below(999), r.below(99999), -r.below(99), bytes(self.b))

    def look(self, r):
        return self.b


class Arrays(Actor):
    OPS = "append", "extend", "cut", "add", "text", "look"

    def start(self):
        self.a = array("H")

    def append(self, r):
        self.a.append(r.below(1 << 16))
        return len(self.a)

    def extend(self, r):
        self.a.extend([r.below(1 << 16) for _ in range(self.size)])
        return len(self.a)

    def cut(self, r):
        self.a = self.a[r.below(5):30 * self.size]
        return len(self.a)

    def add(self, r):
        self.a = self.a + array("H", range(r.below(self.size)))
        return len(self.a)

    def text(self, r):
        return bytes(memoryview(self.a))[:20]

    def look(self, r):
        return list(self.a)


class Json(Actor):
    OPS = "put", "round", "look"

    def put(self, r):
        self.items.append({"n": r.below(99), "l": [None, True, -1.5, "é\n"], "d": {str(r.below(9)): []}})
        del self.items[:-self.size]
        return len(self.items)

    def round(self, r):
        text = json.dumps(self.items)
        self.items = json.loads(text)
        return text

    def look(self, r):
        return self.items


class Integers(Actor):
    OPS = "power", "text", "divide", "shift", "bits", "look"

    def start(self):
        self.n = 3

    def power(self, r):
        self.n = pow(self.n + 2, 3) % (1 << 8 * self.size)
        return self.n

    def text(self, r):
        return int(str(self.n)[:9 * self.size]) - self.n

    def divide(self, r):
        return divmod(self.n * 12345678901234567890, self.n // 7 + 1)

    def shift(self, r):
        self.n = ((self.n << r.below(70)) + 1) % (1 << 9 * self.size)
        return self.n >> r.below(20)

    def bits(self, r):
        return (self.n ^ (1 << 99)) & -(1 << 5) | self.n.bit_length()

    def look(self, r):
        return [self.n, -self.n, float(self.n % 1000)]

# ---- classes, functions, generators ----------------------------------------------------------------


class Point:
    __slots__ = "x", "y"

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __lt__(self, other):
        return [self.x, str(self.y)] < [other.x, str(other.y)]

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, "p")) & 3


class Bag:
    kind = "bag"

    def __getattr__(self, name):
        return name * 2

    @property
    def total(self):
        return sum(v for v in self.__dict__.values() if isinstance(v, int))


class Instances(Actor):
    OPS = "points", "same", "bags", "drop", "total", "missing", "named", "look"

    def points(self, r):
        self.items.append(Point(r.below(10), "y%d" % r.below(10)))
        del self.items[:-self.size]
        return sorted(self.items)[0].x

    def same(self, r):
        d = {Point(i % 7, i % 3): i for i in range(self.size)}
        return [len(d), d[Point(1, 1)]]

    def bags(self, r):
        b = Bag()
        for i in range(r.below(12)):
            setattr(b, "a%d" % r.below(12), i)
        self.bag = b
        return b.total

    def drop(self, r):
        for name in list(vars(self.bag))[:2]:
            delattr(self.bag, name)
        self.bag.added = self
        return len(vars(self.bag))

    def total(self, r):
        return [self.bag.total, self.bag.kind, Bag.total.fget is not None]

    def missing(self, r):
        return getattr(self.bag, "m%d" % r.below(50))

    def named(self, r):
        cls = namedtuple("Pair", "left right")
        return [cls(i, str(i))._replace(left=9) for i in range(self.size)]

    def look(self, r):
        return [[p.x, p.y] for p in self.items]


class Classes(Actor):
    OPS = "make", "derive", "call", "change", "names", "drop"

    def start(self):
        self.classes = [Bag]

    def make(self, r):
        n = r.below(1000)

        class Local(self.classes[r.below(len(self.classes))]):
            def number(self):
                return [n, self.kind]

            def __repr__(self):
                return "L" + super().__repr__()[:0]

        self.classes.append(Local)
        return len(self.classes)

    def derive(self, r):
        name = "C%d" % r.below(100)
        base = self.classes[-1]
        self.classes.append(type(name, (base,), {"tag" + name: [name], "number": lambda self: name}))
        return self.classes[-1].__name__

    def call(self, r):
        objects = [c() for c in self.classes]
        return [str(o.number()) for o in objects if "number" in dir(type(o))][-4:]

    def change(self, r):
        c = self.classes[r.below(len(self.classes) - 1) + 1]
        c.kind = "kind%d" % r.below(10)
        return c.kind

    def names(self, r):
        return [c.__qualname__ for c in self.classes[-1].__mro__]

    def drop(self, r):
        del self.classes[1 + len(self.classes) // 2 - len(self.classes) // 8:]
        if len(self.classes[-1].__mro__) > 12:
            del self.classes[1:]
        return len(self.classes)


class Closures(Actor):
    OPS = "counter", "chain", "call", "call", "partial", "bound", "drop"

    def counter(self, r):
        count, names = r.below(10), []

        def step(*args, by=1):
            nonlocal count
            count += by
            names.append(str(count))
            del names[:-self.size]
            return names[:]

        self.items.append(step)
        return len(self.items)

    def chain(self, r):
        f = lambda x: [x]
        for i in range(r.below(self.size)):
            f = lambda x, f=f, i=i: f(x) + [i]
        self.items.append(lambda: f("c"))
        return f(1)

    def call(self, r):
        return [f() for f in self.items[-self.size:]]

    def partial(self, r):
        n = r.below(10)
        self.items.append(lambda *a, k=[n], **kw: (n, k, a, len(kw)))
        return self.items[-1](1, 2, x=3)

    def bound(self, r):
        self.items.append("a-b-c".split)
        self.items.append(self.size.__add__ if False else [3, 1].copy)
        return len(self.items)

    def drop(self, r):
        del self.items[::2]
        return len(self.items)


class Generators(Actor):
    OPS = "make", "make", "step", "step", "send", "throw", "close", "delegate", "finish"

    def start(self):
        self.items, self.log = [], []

    def gen(self, n, log):
        held = ["g%d" % n] * 2
        try:
            for i in range(n):
                try:
                    got = yield [i, held]
                    if got:
                        held = held + [got]
                except KeyError as e:
                    held = [str(e)]
        finally:
            log.append([n])
            del log[:-8]
        return held

    def outer(self, n):
        result = yield from self.gen(n, self.log)
        yield result
        yield from (str(i) for i in result)

    def make(self, r):
        self.items.append(self.gen(r.below(self.size), self.log))
        return len(self.items)

    def delegate(self, r):
        self.items.append(self.outer(r.below(self.size)))
        return len(self.items)

    def step(self, r):
        return [next(g, None) for g in self.items]

    def send(self, r):
        g = self.items[r.below(len(self.items))]
        return [next(g), g.send("s%d" % r.below(9))]

    def throw(self, r):
        g = self.items[r.below(len(self.items))]
        next(g)
        return g.throw(KeyError("k%d" % r.below(9)))

    def close(self, r):
        g = self.items.pop(r.below(len(self.items)))
        g.close()
        return [len(self.items), self.log[-1:]]

    def finish(self, r):
        return list(self.items.pop())[-2:]


class Iterators(Actor):
    OPS = "make", "more", "step", "step", "mutate", "drop"

    def start(self):
        self.base = [[i] for i in range(self.size)]
        self.items = []

    def make(self, r):
        base = self.base
        self.items.append([iter(base), reversed(base), enumerate(base), zip(base, "abcdef" * 9),
                           map(str, base), filter(None, base), iter(tuple(base)), iter("wörd" * self.size),
                           iter({str(x): x for x in base}), iter(range(3, 1 << 40, 1 << 35)),
                           iter(memoryview(bytes(self.size))), iter(deque(base))][r.below(12)])
        return len(self.items)

    def more(self, r):
        self.items.append(x + [str(x)] for x in self.base)
        self.items.append(iter(lambda: [len(self.base)], [-1]))
        return len(self.items)

    def step(self, r):
        return [str(next(i, "end")) for i in self.items]

    def mutate(self, r):
        self.base.insert(r.below(3), [r.below(100)] * r.below(5))
        del self.base[3 * self.size:]
        return len(self.base)

    def drop(self, r):
        del self.items[self.size // 2:]
        return len(self.items)

# ---- exceptions ------------------------------------------------------------------------------------


class Trouble(Exception):
    def __init__(self, n):
        super().__init__("trouble %d" % n)
        self.n = n


class Exceptions(Actor):
    OPS = "catch", "chain", "deep", "group", "finally_", "look"

    def catch(self, r):
        local = [r.below(9)] * self.size
        try:
            raise Trouble(local[0])
        except Trouble as e:
            self.items.append(e)
        del self.items[:-self.size]
        return len(self.items)

    def chain(self, r):
        try:
            try:
                {}[r.below(9)]
            except KeyError as e:
                raise Trouble(1) from e
        except Trouble as e:
            self.items.append(e)
        return str(self.items[-1].__cause__)

    def deep(self, r):
        def down(n):
            try:
                return down(n - 1) if n else [][n]
            except IndexError as e:
                if n % 3 == 0:
                    raise Trouble(n)
                raise
        try:
            down(r.below(self.size))
        except Exception as e:
            depth, x = 0, e
            while x is not None:
                depth, x = depth + 1, x.__context__
            return [depth, str(e)]

    def group(self, r):
        caught = []
        try:
            raise ExceptionGroup("g", [Trouble(i) if i % 2 else ValueError(i) for i in range(2 + r.below(6))])
        except* Trouble as e:
            caught.append(len(e.exceptions))
        except* ValueError as e:
            caught.append([x.args for x in e.exceptions])
        return caught

    def finally_(self, r):
        out = []
        for i in range(4):
            try:
                if i == r.below(4):
                    continue
                out.append(1 // (i % 2))
            except ZeroDivisionError as e:
                out.append(len(e.args))
            finally:
                out.append([i])
        return out

    def look(self, r):
        return [[str(e), e.args, e.__traceback__ is not None] for e in self.items]

# ---- deep and cyclic structures ----------------------------------------------------------------------


class Node:
    def __init__(self, name):
        self.name, self.links = name, []


class Graphs(Actor):
    OPS = "ring", "link", "unlink", "list_", "tree", "walk", "cycle"

    def start(self):
        self.nodes = [Node("root")]

    def ring(self, r):
        ring = [Node("r%d" % i) for i in range(r.below(self.size) + 1)]
        for a, b in zip(ring, ring[1:] + ring[:1]):
            a.links.append(b)
        self.nodes[r.below(len(self.nodes))].links.append(ring[0])
        return len(ring)

    def link(self, r):
        self.nodes.append(Node("n%d" % r.below(100)))
        self.nodes[r.below(len(self.nodes))].links.append(self.nodes[r.below(len(self.nodes))])
        return len(self.nodes)

    def unlink(self, r):
        for n in self.nodes:
            del n.links[:1 + len(n.links) // 2]
        del self.nodes[1 + self.size:]
        return len(self.nodes)

    def list_(self, r):
        head = None
        for i in range(5 * self.size):
            head = (i, head)
        n = 0
        while head:
            n, head = n + head[0], head[1]
        return n

    def tree(self, r):
        def build(n):
            return [build(n - 1), n, build(n - 1)] if n else None

        def count(t):
            return count(t[0]) + 1 + count(t[2]) if t else 0
        return count(build(2 + r.below(4)))

    def walk(self, r):
        seen, todo, names = set(), self.nodes[:], []
        while todo:
            node = todo.pop()
            if id(node) not in seen:
                seen.add(id(node))
                names.append(node.name)
                todo.extend(node.links)
        return names

    def cycle(self, r):
        a = [r.below(9)]
        a.append({"self": a, "more": [a, (a,)]})
        self.nodes[0].cycle = a
        return a[1]["more"][0][0]


class Identities(Actor):
    """Objects that are found by address: they may not move, or be taken for others."""

    OPS = "put", "find", "hashed", "hashed", "find_hashed", "drop", "weak", "bytes_"

    def start(self):
        self.by_id, self.by_hash, self.order = {}, {}, []

    def put(self, r):
        for i in range(r.below(self.size)):
            x = [i, str(i)]
            self.by_id[id(x)] = x
        return len(self.by_id)

    def find(self, r):
        return all(id(x) == key and self.by_id[id(x)] is x for key, x in self.by_id.items())

    def hashed(self, r):
        x = Node(str(r.below(100)))
        self.by_hash[x] = len(self.order)
        self.order.append(x)
        return len(self.order)

    def find_hashed(self, r):
        return [self.by_hash[x] for x in self.order]

    def drop(self, r):
        for key in list(self.by_id)[::3]:
            del self.by_id[key]
        for x in self.order[:1 + self.size // 4]:
            del self.by_hash[x]
        del self.order[:1 + self.size // 4]
        return [len(self.by_id), len(self.by_hash)]

    def weak(self, r):
        if not weakref:
            return [x.name for x in self.order]
        refs = [weakref.ref(x) for x in self.order] + [weakref.ref(Node("dead"))]
        names = weakref.WeakValueDictionary({str(i): x for i, x in enumerate(self.order)})
        junk = [[i] * self.size for i in range(self.size)]
        assert all(ref() is x for ref, x in zip(refs, self.order))
        return [names[str(i)].name for i in range(len(self.order))]

    def bytes_(self, r):
        table = {str(i).encode(): bytearray(i) for i in range(self.size)}
        return len(table[b"2"])


class Finalised(Actor):
    """Objects with __del__: when it runs is not told, only that what it sees is whole."""

    OPS = "make", "make", "cycle", "drop", "look"

    class Tracked:
        bad = 0
        saved = []

        def __init__(self, n):
            self.n, self.text, self.me = n, str(n), [n]

        def __del__(self):
            junk = [str(i) for i in range(5)]
            if self.text != str(self.n) or self.me[0] != self.n or len(junk) != 5:
                Finalised.Tracked.bad += 1
            if self.n % 7 == 0:
                Finalised.Tracked.saved.append(self)
                del Finalised.Tracked.saved[:-3]

    def make(self, r):
        self.items += [self.Tracked(r.below(100)) for _ in range(r.below(self.size))]
        del self.items[:-self.size]
        return len(self.items)

    def cycle(self, r):
        t = self.Tracked(5)
        t.other = [t]
        return self.Tracked.bad

    def drop(self, r):
        del self.items[::2]
        return len(self.items)

    def look(self, r):
        return [self.Tracked.bad, all(x.text == str(x.n) for x in self.Tracked.saved), [x.n for x in self.items]]

# ---- callbacks and code ------------------------------------------------------------------------------


class Sorting(Actor):
    OPS = "key", "lower", "fail", "clear", "reduce"

    def key(self, r):
        a = [r.below(1000) for _ in range(3 * self.size)]
        return sorted(a, key=lambda x: ("%04d" % (x * 7 % 1000), [x]), reverse=r.below(2))

    def lower(self, r):
        a = [Point(r.below(20), r.below(5)) for _ in range(2 * self.size)]
        a.sort()
        return [[p.x, p.y] for p in a] + [max(a).x, min(a).x]

    def fail(self, r):
        a = [r.below(100) for _ in range(self.size)]
        try:
            a.sort(key=lambda x: [x] if x % 10 else [][0])
        except IndexError:
            return sorted(a)
        return a

    def clear(self, r):
        a = [[i] for i in range(self.size)]

        def key(x):
            a.clear()
            return str(x)
        try:
            a.sort(key=key)
        except ValueError as e:
            return str(e)
        return len(a)

    def reduce(self, r):
        words = ["w%d" % r.below(50) for _ in range(self.size)]
        longest = max(words, key=lambda w: (len(w), w))
        return [longest, sum(map(len, words)), any(w > "w5" for w in words), dict(zip(words, map(str.upper, words)))]


class Source(Actor):
    OPS = "evaluate", "execute", "function", "names", "many"

    def evaluate(self, r):
        n = r.below(100)
        return eval("[x * %d for x in range(%d)] + ['%s']" % (n, self.size, "s" * n))

    def execute(self, r):
        scope = {}
        text = "\n".join("v%d = [%d, 'v%d']" % (i, i, r.below(999)) for i in range(self.size))
        exec(text + "\ndef f(a, *b, c=v1): return [a, b, c, v0]\n", scope)
        self.items.append(scope["f"])
        del self.items[:-4]
        return self.items[-1](1, 2)

    def function(self, r):
        return [f(n, c=n) for n, f in enumerate(self.items)]

    def names(self, r):
        b = Bag()
        for i in range(self.size):
            setattr(b, "attr_%d_%d" % (r.below(1 << 12), i), i)
        return b.total

    def many(self, r):
        code = compile("class K:\n    def m(self): return %d\n    x: int = 3\nr = K().m()" % r.below(99), "many", "exec")
        scope = {}
        exec(code, scope)
        return scope["r"]
