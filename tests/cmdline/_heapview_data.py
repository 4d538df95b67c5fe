# SPDX-License-Identifier: MIT
"""Makes snapshots (docs/heap-snapshot.md) of a program that never ran: the same text each time.

    python3 tests/cmdline/_heapview_data.py [CELLS [ROUND]] > x.jsonl

snapshot() is what tests use. The imagined program polls a weather station: code, classes and
names, a cache of records that grows from round to round, buffers lent to C, some garbage.
"""

import json
import random
import sys

BLOCK = 16
STEPS = [  # of the imagined program: (parent, file, line, function), numbered from 1
    (0, "weather.py", 1, "<module>"), (1, "json.py", 3, "<module>"), (1, "store.py", 1, "<module>"),
    (0, "weather.py", 41, "<module>"), (4, "weather.py", 28, "main"), (5, "store.py", 17, "load"),
    (6, "store.py", 33, "Record.__init__"), (6, "json.py", 88, "loads"),
    (8, "json.py", 61, "value"),
    (9, "json.py", 61, "value"), (5, "weather.py", 30, "poll"), (11, "net.py", 12, "receive"),
    (5, "store.py", 52, "Cache.add"), (13, "store.py", 54, "Cache.grow"),
    (4, "weather.py", 37, "report"),
    (15, "weather.py", 22, "<listcomp>"), (3, "struct.py", 9, "<module>"),
]


class Heap:
    """Cells in the order in which they are made; place() lays them out."""

    def __init__(self, seed, traced):
        self.random = random.Random(seed)
        self.traced = traced
        self.cells, self.allocated = [], 0

    def add(self, kind, size, refs=(), site=1, **more):
        """A new cell; the number by which others may refer to it."""
        size = -(-size // BLOCK) * BLOCK
        letter = {"tuple": "T", "list": "L", "dict": "D", "str": "S", "bytes": "S",
                  "bytearray": "A", "array": "A", "float": "F", "code": "B",
                  "module": "M"}.get(kind, "h")
        self.cells.append({"size": size, "type": kind, "letter": letter, "refs": list(refs),
                           "site": site, "born": self.allocated, **more})
        self.allocated += 1
        return len(self.cells) - 1

    def refer(self, cell, *others):
        self.cells[cell]["refs"] += others

    def place(self, free_share):
        """Gives each cell its address: the older the lower, with free runs between. The end."""
        at = 0
        for cell in self.cells:
            if self.random.random() < free_share:
                at += BLOCK * self.random.choice((1, 1, 2, 3, 3, 5, 12, 40))
            cell["at"] = at
            at += cell["size"]
        return at


def build_program(heap):
    """Modules, functions, names: what is there before the first record."""
    modules = []
    for number, name in enumerate(("weather", "json", "store", "net", "struct")):
        site = (1, 2, 3, 12, 17)[number]
        table = heap.add("dict table", 400, (), site)
        for i in range(6 + 3 * number):
            label = heap.add("str", 32, (), site, repr="'%s_%d'" % (name, i))
            code = heap.add("code", 96 + 48 * (i % 5), (label,), site,
                            repr="<code %s_%d>" % (name, i))
            function = heap.add("function", 48, (code,), site, repr="<function %s_%d>" % (name, i))
            heap.refer(table, label, function)
        dictionary = heap.add("dict", 48, (table,), site)
        heap.refer(table, dictionary)
        modules.append(heap.add("module", 32, (dictionary,), site, repr="<module %s>" % name))
    return modules


def build_records(heap, count, record_class):
    """A cache of `count` records; the cell of the cache."""
    items = heap.add("list items", 8 + 8 * count, (), 14)
    cache = heap.add("list", 32, (items,), 13)
    for i in range(count):
        values = [heap.add("float", 16, (), 10, repr="%.2f" % (15 + heap.random.random() * 9)),
                  heap.add("str", 32, (), 10, repr="'station %d'" % (i % 40))]
        table = heap.add("dict table", 128, values, 9)
        dictionary = heap.add("dict", 48, (table,), 8)
        shared = heap.add("tuple", 32, values[:1], 7) if i % 3 == 0 else values[1]
        record = heap.add("Record", 48, (record_class, dictionary, shared), 6,
                          **{"class": record_class})
        heap.refer(items, record)
        if i % 8 == 7:
            storage = heap.add("bytearray items", 64 + 256 * (i % 5), (), 12,
                               repr=repr(bytes([i % 256, 60, 62]))[:40])
            heap.cells[storage].update({"pinned": 1} if i % 32 == 31 else {})
            heap.refer(dictionary, heap.add("bytearray", 32, (storage,), 12))
        if i % 5 == 4:  # garbage: nobody refers to it
            heap.add("list", 32, (heap.add("list items", 80, (), 16),), 15)
    return cache


def cell_line(heap, cell):
    line = {"cell": cell["at"], "size": cell["size"], "type": cell["type"],
            "letter": cell["letter"]}
    if cell["refs"]:
        line["refs"] = [heap.cells[i]["at"] for i in cell["refs"]]
    if "pinned" in cell:
        line["pinned"] = 1
    if "repr" in cell:
        line["repr"] = cell["repr"]
    if "class" in cell:
        line["class"] = heap.cells[cell["class"]]["at"]
    if heap.traced and cell["born"] >= 4:
        line.update(site=cell["site"], age=heap.allocated - cell["born"])
    return line


def add_weak(heap, cache):
    """A weak reference to the cache and a weak set of what it holds: {cell: its weak targets}."""
    held = heap.cells[heap.cells[cache]["refs"][0]]["refs"][:5]
    reference = heap.add("ReferenceType", 48, (), 15)
    table = heap.add("weak table", 96, (), 15)
    heap.refer(0, reference, heap.add("WeakSet", 32, (table,), 15))
    return {reference: [cache], table: held}


def weak_lines(heap, weak):
    for cell, targets in weak.items():
        yield {"weak": heap.cells[cell]["at"], "refs": [heap.cells[i]["at"] for i in targets]}


def root_lines(heap, modules, cache):
    def at(*cells):
        return [heap.cells[i]["at"] for i in cells]

    yield {"root": "modules", "refs": at(*modules)}
    yield {"root": "frame", "function": "<module>", "file": "weather.py", "line": 41,
           "refs": at(modules[0])}
    yield {"root": "stack"}
    yield {"root": "frame", "function": "main", "file": "weather.py", "line": 28,
           "refs": at(cache, modules[2])}
    yield {"root": "C stack", "refs": at(cache, len(heap.cells) // 2)}


def module_lines():
    for name, parent, size in (("struct", "store", 2100), ("json", None, 5200),
                               ("store", None, 7900), ("net", None, 3100)):
        line = {"module": name, "bytes": size, "peak": size + size // 3, "allocated": size * 3}
        yield {**line, "parent": parent} if parent else line


def event_lines(heap, used, total):
    """A saw-tooth: garbage piles up, collections take it away, what stays grows."""
    at, ms, now = 0, 0.0, used // 6
    yield {"event": "start", "at": 0, "ms": 0.0, "used": now, "largest": total - now}
    for i in range(60):
        grown = total // 9 + heap.random.randrange(total // 20)
        at, ms = at + grown, ms + 2.5 + heap.random.random()
        freed = min(grown, grown * (80 + heap.random.randrange(18)) // 100)
        now = min(now + grown - freed, used)
        kind = "compact" if i % 23 == 20 else "collect"
        yield {"event": kind, "at": at, "ms": round(ms, 3), "used": now, "freed": freed,
               "largest": (total - now) * (90 if kind == "compact" else 80 - i % 23) // 100,
               "pause_us": 60 + now // 900 + heap.random.randrange(90)}
        if i in (4, 20, 45):
            name = {4: "boot done", 20: "station <found>", 45: "cache warm"}[i]
            yield {"event": "mark", "name": name, "at": at + 64, "ms": round(ms + 0.01, 3),
                   "used": now + 64, "largest": (total - now) * 3 // 4}
    yield {"event": "end", "at": at + 512, "ms": round(ms + 1, 3), "used": used,
           "largest": total - used}


def to_text(lines):
    """The lines as a snapshot writes them, with the last line that counts them."""
    lines = list(lines)
    lines.append({"end": len(lines)})
    texts = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines)
    return "".join(text.replace("<", "\\u003c") + "\n" for text in texts)


def peak_line(heap, used):
    sites = {}
    for cell in heap.cells:
        sites[cell["site"]] = sites.get(cell["site"], 0) + cell["size"] * (1 + cell["site"] % 2)
    return {"peak": used * 3 // 2, "sites": sorted([s, b] for s, b in sites.items())}


def snapshot(cells=1500, round_=1, traced=True, events=True, seed=1):
    """The text of a snapshot with about so many cells after this round of the program."""
    heap = Heap(seed, traced)
    modules = build_program(heap)
    record_class = heap.add("type", 160, (modules[2],), 3, repr="<class 'Record'>")
    cache = build_records(heap, max(cells - 180, 40) * round_ // 6, record_class)
    weak = add_weak(heap, cache)
    end = heap.place(0.07)
    blocks = max(4096, (end * 5 // 4) // BLOCK)
    used = sum(cell["size"] for cell in heap.cells)
    lines = [{"heap": 1, "word": 8, "block": BLOCK, "blocks": blocks, "used": used,
              "peak": used * 3 // 2, "allocated": used * 9, "collections": 58, "compactions": 2,
              "traced": traced, "program": "weather.py"}]
    if traced:
        lines += [{"site": n, "parent": p, "file": f, "line": line, "function": name}
                  for n, (p, f, line, name) in enumerate(STEPS, 1)]
    lines += [cell_line(heap, cell) for cell in heap.cells]
    lines += weak_lines(heap, weak)
    lines += root_lines(heap, modules, cache)
    if traced or events:
        lines += module_lines()
    if traced:
        lines.append(peak_line(heap, used))
    if events:
        lines += event_lines(heap, used, blocks * BLOCK)
    return to_text(lines)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    sys.stdout.write(snapshot(*numbers))
