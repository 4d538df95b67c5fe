# SPDX-License-Identifier: MIT
# What micropython.heap_snapshot() writes: see docs/heap-snapshot.md.
import json
import os
import re
import unittest
from testlib.host import Files, run

PROGRAM = '''
import micropython

class Point:
    def __init__(self, x):
        self.x = x

def work(item):
    text = "<text> \\u65e5\\n" + str(item)
    data = b"\\xffdata" + bytes([1])
    big = 1 << 70
    small = 1e300
    point = Point([item, text])
    key = id(data)
    dump()

def dump():
    with open("out.jsonl", "w") as f:
        micropython.heap_snapshot(f)

work(12)
'''
EXAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples")


class Snapshot(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with Files({"a.py": PROGRAM}) as d:
            r = run("a.py", cwd=d)
            assert (r.code, r.out, r.err) == (0, "", ""), r
            with open(d + "/out.jsonl", encoding="ascii") as f:
                cls.text = f.read()
        cls.lines = [json.loads(line) for line in cls.text.splitlines()]
        cls.cells = {l["cell"]: l for l in cls.lines if "cell" in l}
        cls.roots = [l for l in cls.lines if "root" in l]

    def of_type(self, name):
        return [c for c in self.cells.values() if c["type"] == name]

    def with_repr(self, text):
        found = [c for c in self.cells.values() if c.get("repr") == text]
        self.assertTrue(found, text)
        return found[0]

    def test_order(self):
        kinds = [next(iter(l)) for l in self.lines]
        self.assertEqual(sorted(set(kinds), key=kinds.index), ["heap", "cell", "root", "end"])
        addresses = list(self.cells)
        self.assertEqual(addresses, sorted(addresses))
        self.assertEqual(self.lines[-1], {"end": len(self.lines) - 1})
        self.assertNotIn("<", self.text)

    def test_head(self):
        head = self.lines[0]
        self.assertEqual((head["heap"], head["block"], head["traced"]), (1, 16, False))
        self.assertEqual(head["program"], "a.py")
        self.assertIn(head["word"], (4, 8))
        # Builds for memory checkers leave a free block behind each cell.
        rest = head["used"] - sum(c["size"] for c in self.cells.values())
        self.assertIn(rest, (0, 16 * len(self.cells)))
        self.assertLessEqual(head["used"], head["peak"])

    def test_cells_do_not_overlap(self):
        end = 0
        for address, cell in self.cells.items():
            self.assertGreaterEqual(address, end)
            self.assertEqual((address % 16, cell["size"] % 16), (0, 0))
            end = address + cell["size"]
        self.assertLessEqual(end, self.lines[0]["blocks"] * 16)

    def test_references_are_cells(self):
        for l in self.lines:
            for r in l.get("refs", ()):
                self.assertIn(r, self.cells, l)

    def test_reprs(self):
        self.with_repr("'<text> \u65e5\\n12'")
        self.with_repr("b'\\xffdata\\x01'")
        self.with_repr("1e+300") if self.lines[0]["word"] == 8 else None
        self.with_repr("work a.py:8")
        self.assertTrue(all(len(c.get("repr", "")) <= 40 for c in self.cells.values()))
        self.assertTrue(any(c["repr"].startswith("0x4000") or c["repr"] == str(1 << 70)
                            for c in self.of_type("int")))

    def test_instances(self):
        point, = self.of_type("Point")
        cls = self.cells[point["class"]]
        self.assertEqual((cls["type"], cls["repr"]), ("type", "Point"))
        self.assertIn(point["class"], point["refs"])
        lists = [self.cells[r] for r in point["refs"] if self.cells[r]["type"] == "list"]
        self.assertEqual([c["repr"] for c in lists], ["len 2"])
        items, = [self.cells[r] for r in lists[0]["refs"]]
        self.assertEqual(items["type"], "list items")

    def test_pinned(self):
        self.assertEqual(self.with_repr("b'\\xffdata\\x01'").get("pinned"), 1)
        self.assertNotIn("pinned", self.of_type("Point")[0])

    def test_frames(self):
        frames = [l for l in self.roots if l["root"] == "frame"]
        self.assertEqual([(f["function"], f["line"], f["file"]) for f in frames],
                         [("<module>", 21, "a.py"), ("work", 15, "a.py"), ("dump", 19, "a.py")])
        self.assertIn(self.of_type("Point")[0]["cell"], frames[1]["refs"])

    def test_roots(self):
        names = {l["root"] for l in self.roots}
        self.assertLessEqual({"modules", "main_module", "standard_out", "interned names", "C stack"},
                             names)


WEAK = '''
import micropython, weakref
class Thing:
    pass
things = [Thing() for i in range(4)]
refs = [weakref.ref(t) for t in things[:3]]
proxy = weakref.proxy(things[3])
values = weakref.WeakValueDictionary({"a": things[0], "b": things[1]})
keys = weakref.WeakKeyDictionary({things[2]: "c"})
members = weakref.WeakSet([things[3]])
with open("out.jsonl", "wb") as f:
    micropython.heap_snapshot(f)
'''


class Weak(unittest.TestCase):
    def test_lines(self):
        """Each reference and each table says what it refers to weakly, and `refs` doesn't have it."""
        with Files({"a.py": WEAK}) as d:
            r = run("a.py", cwd=d)
            self.assertEqual((r.code, r.err), (0, ""))
            with open(d + "/out.jsonl", encoding="ascii") as f:
                lines = [json.loads(line) for line in f]
        cells = {l["cell"]: l for l in lines if "cell" in l}
        things = [c["cell"] for c in cells.values() if c["type"] == "Thing"]
        found = {}
        for line in lines:
            if "weak" in line:
                source = cells[line["weak"]]
                self.assertFalse(set(line["refs"]) & set(source.get("refs", ())))
                self.assertLessEqual(set(line["refs"]), set(things))
                found.setdefault(source["type"], []).append(len(line["refs"]))
        self.assertEqual({kind: sorted(counts) for kind, counts in found.items()},
                         {"ReferenceType": [1, 1, 1], "ProxyType": [1], "weak table": [1, 1, 2]})
        kinds = [next(iter(l)) for l in lines]
        self.assertEqual(sorted(set(kinds), key=kinds.index),
                         ["heap", "cell", "weak", "root", "end"])

    def test_same_twice(self):
        texts = []
        with Files({"a.py": WEAK}) as d:
            for _ in range(2):
                r = run("-X", "trace-alloc", "a.py", cwd=d)
                self.assertEqual((r.code, r.err), (0, ""))
                with open(d + "/out.jsonl", encoding="ascii") as f:
                    texts.append(f.read())
        self.assertEqual(*texts)


ALIVE = '''
import gc, io, json, micropython, sys
class Node:
    def __init__(self, next): self.next = next
    def __del__(self): pass
class Sub(list): pass
def generator():
    with io.StringIO() as s:
        yield s
kept = [Node(None), Sub([1.5e300]), generator(), bytearray(50), memoryview(bytearray(9)), lambda: kept,
        {1: (2, [3])}, {"a", b"b"}, [].append, Node.__init__, type("T", (), {}), io.BytesIO(b"x" * 30)]
next(kept[2])
micropython.alloc_emergency_exception_buf(100)
try: Node(1, 2)
except TypeError as e: kept.append(e)
f = open("out.jsonl", "w")
gc.collect()
micropython.heap_snapshot(f)
'''


class Alive(unittest.TestCase):
    def test_roots_reach_what_a_collection_kept(self):
        with Files({"a.py": ALIVE}) as d:
            r = run("a.py", cwd=d)
            self.assertEqual((r.code, r.err), (0, ""))
            with open(d + "/out.jsonl", encoding="ascii") as f:
                lines = [json.loads(line) for line in f]
        cells = {l["cell"]: l for l in lines if "cell" in l}
        alive, todo = set(), [r for l in lines if "root" in l for r in l.get("refs", ())]
        while todo:
            r = todo.pop()
            if r not in alive:
                alive.add(r)
                todo.extend(cells[r].get("refs", ()))
        # What the C stack of gc.collect() seemed to hold may be gone.
        lost = [c for a, c in cells.items() if a not in alive]
        self.assertLess(len(lost), 8, lost)
        self.assertLessEqual({c["type"] for c in lost}, {"Node", "str", "list", "tuple", "list items"})


class Reproducible(unittest.TestCase):
    """Runs of one program give the same text."""

    START = '''
import micropython, sys
def dump():
    with open("out.jsonl", "w") as f:
        micropython.heap_snapshot(f)
sys.atexit(dump)
'''

    def snapshot(self, name, *args):
        with open(os.path.join(EXAMPLES, name), encoding="utf-8") as f:
            program = f.read()
        with Files({"report.json": "{}"}) as d:
            # The name in the snapshot must not depend on the temporary directory.
            with open(d + "/a.py", "w", encoding="utf-8") as f:
                f.write(self.START + program)
            r = run(*args, "a.py", cwd=d, stdin="look\nquit\n")
            self.assertEqual(r.err, "", name)
            with open(d + "/out.jsonl", encoding="ascii") as f:
                return re.sub("files-[a-z0-9_]+", "files-", f.read())

    def test_examples(self):
        for name in ("adventure.py", "heap_tour.py", "machine.py"):
            for args in ((), ("-X", "trace-alloc")):
                with self.subTest(name, args=args):
                    first = self.snapshot(name, *args)
                    for _ in range(4):
                        self.assertEqual(self.snapshot(name, *args), first)


unittest.main()
