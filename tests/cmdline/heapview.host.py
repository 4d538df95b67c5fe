# SPDX-License-Identifier: MIT
# tools/heapview: the page it writes, its exports, and what it says of snapshots that are damaged.
import json
import os
import random
import re
import subprocess
import sys
import unittest
from testlib.host import Files

HERE = os.path.dirname(os.path.abspath(__file__))
HEAPVIEW = os.path.join(HERE, "..", "..", "tools", "heapview")
sys.path[:0] = [HERE, os.path.dirname(HEAPVIEW)]
sys.dont_write_bytecode = True
from _heapview_data import snapshot
from heapviewlib.page import PLACE, template
from heapviewlib.snapshot import Damaged, read_snapshot


def heapview(*args, cwd):
    return subprocess.run([sys.executable, HEAPVIEW, *args], cwd=cwd, capture_output=True,
                          text=True,
                          timeout=100)


def put(directory, text, name="s.jsonl"):
    path = os.path.join(directory, name)
    with open(path, "wb") as f:
        f.write(text if isinstance(text, bytes) else text.encode())
    return path


class Case(unittest.TestCase):
    def setUp(self):
        files = Files({})
        self.dir = files.__enter__()
        self.addCleanup(files.__exit__)

    def page(self, *args):
        r = heapview(*args, "-o", "out.html", cwd=self.dir)
        self.assertEqual((r.stdout, r.stderr, r.returncode), ("", "", 0))
        return self.output("out.html")

    def output(self, name):
        with open(os.path.join(self.dir, name), encoding="utf-8") as f:
            return f.read()


class Page(Case):
    def test_size_without_data(self):
        self.assertLess(len(template()), 200_000)

    def test_fetches_nothing(self):
        page = template().decode()
        self.assertNotRegex(page, r"https?://|\bsrc=|<link|@import|url\(|\bfetch\(|XMLHttpRequest")

    def test_holds_the_data_unchanged(self):
        text = snapshot(60)
        put(self.dir, text)
        page = self.page("s.jsonl")
        before, after = template().decode().split(PLACE.decode())
        self.assertEqual(page, before + '<script type="text/plain" class="heap-snapshot" '
                         'data-name="s.jsonl">\n' + text + "</script>\n" + after)

    def test_two_snapshots_and_odd_names(self):
        put(self.dir, snapshot(60))
        put(self.dir, snapshot(60, 2), 'a"<b>&.jsonl')
        page = self.page("s.jsonl", 'a"<b>&.jsonl')
        self.assertEqual(re.findall(r'data-name="([^"]*)"', page),
                         ["s.jsonl", "a&quot;&lt;b&gt;&amp;.jsonl"])

    def test_last_newline_may_be_missing(self):
        put(self.dir, snapshot(60)[:-1])
        self.assertIn("}\n</script>", self.page("s.jsonl"))

    def test_unknown_kinds_and_keys(self):
        lines = snapshot(60).splitlines()
        lines[0] = lines[0].replace("{", '{"heap":1,"colour":"red",', 1).replace('"heap":1,', "", 1)
        lines[0] = '{"heap":1,"colour":"red",' + lines[0].split(",", 1)[1]
        lines.insert(3, '{"weather":"fine"}')
        lines[-1] = '{"end":%d}' % (len(lines) - 1)
        put(self.dir, "\n".join(lines) + "\n")
        self.page("s.jsonl")

    def test_same_input_same_output(self):
        put(self.dir, snapshot(60))
        self.assertEqual(self.page("s.jsonl"), self.page("s.jsonl"))

    def test_page_as_input(self):
        put(self.dir, snapshot(60))
        page = self.page("s.jsonl")
        os.rename(os.path.join(self.dir, "out.html"), os.path.join(self.dir, "s.html"))
        self.assertEqual(self.page("s.html"), page.replace("s.jsonl", "s.html"))
        put(self.dir, page[:page.index("store_0")], "cut.html")
        put(self.dir, template(), "empty.html")
        for name, line in (("cut.html", 71), ("empty.html", 1)):
            r = heapview(name, "-o", "out.html", cwd=self.dir)
            self.assertRegex(r.stderr, "^heapview: %s: line %d: " % (name, line))

    def test_template_for_the_build(self):
        r = heapview("--template", "t.html", cwd=self.dir)
        self.assertEqual((r.stderr, r.returncode), ("", 0))
        self.assertEqual(self.output("t.html").encode(), template())


class Exports(Case):
    def export(self, *args):
        put(self.dir, self.text)
        r = heapview("s.jsonl", *args, cwd=self.dir)
        self.assertEqual((r.stdout, r.stderr, r.returncode), ("", "", 0))
        return self.output(args[1])

    text = snapshot(300)
    lines = [json.loads(line) for line in text.splitlines()]
    cells = [line for line in lines if "cell" in line]

    def test_folded_live(self):
        rows = [line.rsplit(" ", 1) for line in self.export("--folded", "f").splitlines()]
        self.assertEqual(sum(int(n) for _, n in rows), sum(c["size"] for c in self.cells))
        stack = "<module> (weather.py:41);main (weather.py:28);load (store.py:17)"
        self.assertEqual(dict(rows)[stack],
                         str(sum(c["size"] for c in self.cells if c.get("site") == 6)))
        self.assertEqual(rows[-1][0], "(garbage)")
        for stack, _ in rows:
            frame = r"[^;]+ \(\w+\.py:\d+\)"
            self.assertRegex(stack, r"^(\(not traced\)|\(garbage\)|%s(;%s)*)$" % (frame, frame))

    def test_folded_peak(self):
        rows = [line.rsplit(" ", 1) for line in self.export("--folded", "f", "--peak").splitlines()]
        peak = next(line for line in self.lines if "sites" in line)
        self.assertEqual(sum(int(n) for _, n in rows),
                         max(peak["peak"], sum(n for _, n in peak["sites"])))

    def test_folded_needs_tracing(self):
        put(self.dir, snapshot(60, traced=False))
        r = heapview("s.jsonl", "--folded", "f", cwd=self.dir)
        self.assertEqual((r.stdout, r.returncode), ("", 1))
        self.assertRegex(r.stderr, r"^heapview: s\.jsonl has no call stacks: .*-X trace-alloc\n$")
        self.assertFalse(os.path.exists(os.path.join(self.dir, "f")))

    def test_heapsnapshot(self):
        whole = json.loads(self.export("--heapsnapshot", "h"))
        meta = whole["snapshot"]["meta"]
        width = len(meta["node_fields"])
        nodes, edges, strings = whole["nodes"], whole["edges"], whole["strings"]
        rows = [nodes[i:i + width] for i in range(0, len(nodes), width)]
        self.assertEqual(len(rows), whole["snapshot"]["node_count"])
        self.assertEqual(len(edges), 3 * whole["snapshot"]["edge_count"])
        self.assertEqual(sum(row[4] for row in rows), len(edges) // 3)
        self.assertEqual(sum(row[3] for row in rows), sum(c["size"] for c in self.cells))
        self.assertEqual(len({row[2] for row in rows}), len(rows))
        self.assertEqual(len(set(strings)), len(strings))
        for row in rows:
            self.assertLess(row[0], len(meta["node_types"][0]))
            self.assertLess(row[1], len(strings))
        for i in range(0, len(edges), 3):
            self.assertLess(edges[i], len(meta["edge_types"][0]))
            self.assertEqual(edges[i + 2] % width, 0)
            self.assertLess(edges[i + 2], len(nodes))

    def test_heapsnapshot_edges(self):
        """The edges of each node lead to what the cell refers to."""
        whole = json.loads(self.export("--heapsnapshot", "h"))
        width = len(whole["snapshot"]["meta"]["node_fields"])
        roots = [line for line in self.lines if "root" in line]
        numbers = {c["cell"]: 2 + len(roots) + i for i, c in enumerate(self.cells)}
        at = 0
        targets = []
        for i in range(4, len(whole["nodes"]), width):
            count = whole["nodes"][i]
            targets.append([n // width for n in whole["edges"][at + 2:at + 3 * count:3]])
            at += 3 * count
        self.assertEqual(targets[0], [1])
        self.assertEqual(targets[1], list(range(2, 2 + len(roots))))
        weak = {line["weak"]: line["refs"] for line in self.lines if "weak" in line}
        self.assertEqual(len(weak), 2)
        self.assertEqual(targets[2:], [
            [numbers[r] for r in owner.get("refs", []) + weak.get(owner.get("cell"), [])]
            for owner in roots + self.cells])

    def test_heapsnapshot_names(self):
        """Edges are numbered, weak ones named: Chrome takes a name for a string's index."""
        whole = json.loads(self.export("--heapsnapshot", "h"))
        edges, strings = whole["edges"], whole["strings"]
        kinds = whole["snapshot"]["meta"]["edge_types"][0]
        named = [strings[edges[i + 1]] for i in range(0, len(edges), 3)
                 if kinds[edges[i]] not in ("element", "hidden")]
        self.assertEqual(named, ["weak"] * 6)


class Wrong(Case):
    """Snapshots that are cut short or damaged: the line is named, nothing is written."""

    def refusal(self, text):
        """What is wrong with it and at which line, or None."""
        try:
            read_snapshot(put(self.dir, text))
        except Damaged as e:
            match = re.fullmatch(r"(?s).*s\.jsonl: line (\d+): (.*)", str(e))
            return int(match[1]), match[2]
        return None

    def assert_refused(self, text, line, what):
        found = self.refusal(text)
        self.assertIsNotNone(found, what)
        self.assertEqual(found[0], line, found)
        self.assertRegex(found[1], what)

    def test_command(self):
        put(self.dir, "old", "out.html")
        put(self.dir, snapshot(60)[:3000])
        r = heapview("s.jsonl", "-o", "out.html", "--heapsnapshot", "h", cwd=self.dir)
        self.assertEqual((r.stdout, r.returncode), ("", 1))
        self.assertRegex(r.stderr,
                         r"^heapview: s\.jsonl: line 33: .*the file ends within this line\)\n$")
        self.assertEqual(self.output("out.html"), "old")
        self.assertEqual(sorted(os.listdir(self.dir)), ["out.html", "s.jsonl"])

    def test_second_of_two(self):
        put(self.dir, snapshot(60))
        put(self.dir, "", "t.jsonl")
        r = heapview("s.jsonl", "t.jsonl", "-o", "out.html", cwd=self.dir)
        self.assertEqual((r.stderr, r.returncode),
                         ("heapview: t.jsonl: line 1: nothing is there\n", 1))

    def test_files_that_fail(self):
        put(self.dir, snapshot(60))
        missing = "No such file or directory"
        for args, what in ((["none.jsonl", "-o", "out.html"], "none.jsonl: " + missing),
                           ([".", "-o", "out.html"], ".: Is a directory"),
                           (["s.jsonl", "-o", "no/out.html"], "no/out.html: " + missing),
                           (["s.jsonl", "-o", "."], ".: Is a directory")):
            r = heapview(*args, cwd=self.dir)
            self.assertEqual((r.stderr, r.returncode), ("heapview: %s\n" % what, 1))
        r = heapview("s.jsonl", "-o", "/dev/full", cwd=self.dir)
        self.assertEqual((r.stderr, r.returncode),
                         ("heapview: /dev/full: No space left on device\n", 1))

    def test_command_lines(self):
        for args in ([], ["s.jsonl"], ["-o", "x"], ["a", "b", "c", "-o", "x"],
                     ["s.jsonl", "--peak", "-o", "x"]):
            r = heapview(*args, cwd=self.dir)
            self.assertEqual((r.stdout, r.returncode), ("", 2), args)
            self.assertIn("usage: heapview", r.stderr)

    def test_cut_at_many_bytes(self):
        text = snapshot(60, events=False).encode()
        for size in list(range(0, 2000, 13)) + list(range(2000, len(text) - 1, 211)):
            found = self.refusal(text[:size])
            self.assertIsNotNone(found, size)
            self.assertIn(found[0], (text[:size].count(b"\n"), text[:size].count(b"\n") + 1))

    def test_lines_missing(self):
        lines = snapshot(60).encode().splitlines(True)
        for i in range(0, len(lines), 3):
            self.assertIsNotNone(self.refusal(b"".join(lines[:i] + lines[i + 1:])), lines[i])

    def test_each_line_damaged(self):
        """One byte of each line in turn is dropped, from a place where that can't go unseen."""
        lines = snapshot(60).encode().splitlines(True)
        for i, line in enumerate(lines):
            for at in ((0, line.index(b":")) if i % 2 else (1, len(line) - 2)):
                broken = lines[:i] + [line[:at] + line[at + 1:]] + lines[i + 1:]
                found = self.refusal(b"".join(broken))
                self.assertEqual(found and found[0], i + 1, line)

    def test_random_bytes(self):
        """Whatever is damaged: an answer, no traceback."""
        rng = random.Random(7)
        text = snapshot(60).encode()
        refused = 0
        for _ in range(200):
            broken = bytearray(text)
            for _ in range(rng.randrange(1, 4)):
                broken[rng.randrange(len(broken))] = rng.randrange(256)
            refused += self.refusal(bytes(broken)) is not None
        self.assertGreater(refused, 100)

    def test_not_text(self):
        text = snapshot(60).encode()
        self.assert_refused(text.replace(b"'store_0'", b"'store\xff0'"), 71, "not UTF-8 at byte 64")
        self.assert_refused("\ufeff" + snapshot(60), 1, "not JSON")
        self.assert_refused(snapshot(60).encode("utf-16"), 1, "not UTF-8")
        self.assert_refused(b"\0" * 5000, 1, "not JSON")
        self.assert_refused("\n" + snapshot(60), 1, "not JSON")
        self.assert_refused(b"\x1f\x8b\x08binary", 1, "not UTF-8")

    def test_hostile_json(self):
        for text, what in (("[" * 100000, "not JSON"), ("{" * 100, "not JSON"),
                           ("[]", "not a JSON object"),
                           ("{}", "not a JSON object"), ("9" * 5000, "not JSON"),
                           ("null", "not a JSON"),
                           ('{"heap":NaN}', "not JSON"), ('{"heap":-1}', "can't be"),
                           ('{"a":1}', "a snapshot begins with"), ('{"heap":1', "not JSON"),
                           ('{"heap":"<b>"}', 'bare "<" in column 10')):
            self.assert_refused(text + "\n", 1, what)

    def edit(self, line, old, new):
        lines = self.small.splitlines(True)
        self.assertIn(old, lines[line - 1])
        lines[line - 1] = lines[line - 1].replace(old, new, 1)
        return "".join(lines)

    small = ('{"heap":1,"word":4,"block":16,"blocks":64,"used":96,"peak":96,"allocated":96,'
             '"collections":0,"compactions":0,"traced":true,"program":"x.py"}\n'
             '{"site":1,"parent":0,"file":"x.py","line":1,"function":"f"}\n'
             '{"cell":0,"size":32,"type":"list","letter":"L","refs":[32],"site":1,"age":2}\n'
             '{"cell":32,"size":64,"type":"list items","letter":"h","refs":[0]}\n'
             '{"root":"modules","refs":[0]}\n'
             '{"peak":96,"sites":[[1,96]]}\n'
             '{"event":"start","at":0,"ms":0.5,"used":96,"largest":928}\n'
             '{"end":7}\n')

    def test_small_is_right(self):
        self.assertIsNone(self.refusal(self.small))

    def test_meaning(self):
        for line, old, new, what in (
                (1, '"heap":1', '"heap":2', "version 2 of the format; this tool reads version 1"),
                (1, '"blocks":64', '"blocks":"64"', '"blocks" of the heap can\'t be "64"'),
                (1, '"blocks":64', '"blocks":5', "figures of the heap don't fit"),
                (1, '"word":4', '"word":3', "figures of the heap don't fit"),
                (1, '"traced":true', '"traced":1', '"traced" of the heap can\'t be 1'),
                (1, ',"program":"x.py"', "", 'the heap has no "program"'),
                (2, '"site":1', '"site":2', "site 2 where 1 should come"),
                (2, '"parent":0', '"parent":1', "parent of a site comes before it"),
                (3, '"cell":0', '"cell":8', "whole blocks"),
                (3, '"size":32', '"size":0', "whole blocks"),
                (3, '"size":32', '"size":48', None),
                (3, '"refs":[32]', '"refs":[48]', "refers to 48, where no cell is"),
                (3, '"refs":[32]', '"refs":[true]', '"refs" of the cell'),
                (3, '"refs":[32]', '"refs":32', '"refs" of the cell'),
                (3, '"site":1', '"site":2', "no site 2"),
                (3, '"age":2', '"age":1e99', '"age" of the cell'),
                (3, '"age":2', '"class":64', "refers to 64, where no cell is"),
                (5, '{"root"', '{"weak":16,"refs":[0],"root"', "refers to 16, where no cell is"),
                (5, '{"root":"modules"', '{"weak":true', '"weak" of the weak can\'t be true'),
                (6, '{"peak"', '{"weak":0,"refs":[0],"peak"', "a weak can't come after a root"),
                (4, '"size":64', '"size":1008', "ends after the heap"),
                (4, '"cell":32', '"cell":16', "begins inside or before"),
                (4, '"letter":"h"', '"letter":"hh"', '"letter" of the cell'),
                (5, '"refs":[0]', '"refs":[16]', "refers to 16, where no cell is"),
                (5, '{"root"', '{"cell"', '"cell" of the cell|has no'),
                (6, "[[1,96]]", "[[2,96]]", "no site 2"),
                (6, "[[1,96]]", "[[1]]", '"sites" of the peak'),
                (7, '"start"', '"stat"', '"event" of the event can\'t be "stat"'),
                (7, '{"event"', '{"site":2,"event"', "a site can't come after a peak"),
                (8, '{"end":7}', '{"end":6}', "counts 6 lines before it, but there are 7"),
                (8, '{"end":7}\n', '{"end":7}\n{"end":8}\n', None)):
            text = self.edit(line, old, new)
            if what:
                self.assert_refused(text, line, what)
            else:
                self.assertIsNotNone(self.refusal(text), new)

    def test_large(self):
        """30,000 cells."""
        path = put(self.dir, snapshot(30000))
        self.assertGreater(len(read_snapshot(path).cells), 29000)


unittest.main()
