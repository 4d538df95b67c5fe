# SPDX-License-Identifier: MIT
"""Reads a snapshot and checks all that docs/heap-snapshot.md promises; says at which line it fails.

read_snapshot(path) gives a Snapshot: its lines as dicts, by kind.
"""

import json
from dataclasses import dataclass, field

VERSION = 1
LARGEST = 1 << 53  # what JavaScript's numbers hold
ORDER = ("heap", "site", "cell", "weak", "root", "module", "peak", "event", "end")
EVENTS = ("start", "collect", "compact", "mark", "sample", "end")


class Damaged(Exception):
    """A snapshot that can't be used: its path, the line, what is wrong."""

    def __init__(self, path, line, what):
        super().__init__("%s: line %d: %s" % (path, line, what))


class Wrong(Exception):
    """The same before the line is known."""


@dataclass
class Snapshot:
    path: str
    text: bytes
    heap: dict = None
    sites: list = field(default_factory=list)
    cells: list = field(default_factory=list)
    weaks: list = field(default_factory=list)
    roots: list = field(default_factory=list)
    modules: list = field(default_factory=list)
    peak: dict = None
    events: list = field(default_factory=list)


# ---- values of keys ------------------------------------------------------------------------------

def is_count(v):
    return type(v) is int and 0 <= v < LARGEST


def is_number(v):
    return type(v) in (int, float) and 0 <= v < LARGEST


def is_counts(v):
    return type(v) is list and all(map(is_count, v))


def is_text(v):
    return type(v) is str


def is_letter(v):
    return type(v) is str and len(v) == 1


def is_flag(v):
    return type(v) is bool


def is_one(v):
    return type(v) is int and v == 1


def is_event(v):
    return v in EVENTS


def is_pairs(v):
    return type(v) is list and all(is_counts(pair) and len(pair) == 2 for pair in v)


# kind -> the keys that must be there, the keys that may
KEYS = {
    "heap": ({"heap": is_count, "word": is_count, "block": is_count, "blocks": is_count,
              "used": is_count, "peak": is_count, "allocated": is_count, "collections": is_count,
              "compactions": is_count, "traced": is_flag, "program": is_text}, {}),
    "site": ({"site": is_count, "parent": is_count, "file": is_text, "line": is_count,
              "function": is_text}, {}),
    "cell": ({"cell": is_count, "size": is_count, "type": is_text, "letter": is_letter},
             {"refs": is_counts, "pinned": is_one, "repr": is_text, "class": is_count,
              "site": is_count, "age": is_count}),
    "weak": ({"weak": is_count, "refs": is_counts}, {}),
    "root": ({"root": is_text},
             {"refs": is_counts, "function": is_text, "file": is_text, "line": is_count}),
    "module": ({"module": is_text, "bytes": lambda v: type(v) is int and abs(v) < LARGEST,
                "peak": is_count, "allocated": is_count}, {"parent": is_text}),
    "peak": ({"peak": is_count, "sites": is_pairs}, {}),
    "event": ({"event": is_event, "at": is_count, "ms": is_number, "used": is_count,
               "largest": is_count}, {"freed": is_count, "pause_us": is_number, "name": is_text}),
    "end": ({"end": is_count}, {}),
}


def check_keys(kind, line):
    required, optional = KEYS[kind]
    for key, is_right in required.items():
        if key not in line:
            raise Wrong("the %s has no \"%s\"" % (kind, key))
        if not is_right(line[key]):
            raise Wrong("\"%s\" of the %s can't be %s" % (key, kind, shortened(line[key])))
    for key, is_right in optional.items():
        if key in line and not is_right(line[key]):
            raise Wrong("\"%s\" of the %s can't be %s" % (key, kind, shortened(line[key])))


def shortened(value):
    text = json.dumps(value)
    return text if len(text) < 40 else text[:37] + "..."


# ---- lines ---------------------------------------------------------------------------------------

def no_constant(name):
    raise ValueError("%s is no number" % name)


def parse_line(raw):
    """The line's object. Raises Wrong."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as e:
        raise Wrong("not UTF-8 at byte %d" % (e.start + 1)) from None
    if "<" in text:
        raise Wrong("has a bare \"<\" in column %d" % (text.index("<") + 1))
    try:
        line = json.loads(text, parse_constant=no_constant)
    except json.JSONDecodeError as e:
        raise Wrong("not JSON: %s in column %d" % (e.msg, e.colno)) from None
    except (ValueError, RecursionError) as e:
        raise Wrong("not JSON: %s" % e) from None
    if type(line) is not dict or not line:
        raise Wrong("not a JSON object")
    return line


class Reader:
    """Takes line after line, then the end. What may come is what has not yet been passed."""

    def __init__(self, snapshot):
        self.snapshot = snapshot
        self.stage = 0           # index in ORDER of the last kind seen
        self.ended = False
        self.cell_end = 0        # the first address after the last cell
        self.owners = []         # line number of each cell and root
        self.lines = 0           # before this one

    def add(self, line):
        """Checks and keeps one line. Raises Wrong."""
        kind = next(iter(line))
        if self.ended:
            raise Wrong("comes after the last line (\"end\")")
        if not self.lines and kind != "heap":
            raise Wrong("a snapshot begins with {\"heap\":%d,...}" % VERSION)
        if kind in KEYS:
            place = ORDER.index(kind)
            again = place == self.stage and kind in ("heap", "peak") and self.lines
            if place < self.stage or again:
                raise Wrong("a %s can't come after a %s" % (kind, ORDER[self.stage]))
            self.stage = place
            check_keys(kind, line)
            getattr(self, "add_" + kind)(line)
        self.lines += 1

    def add_heap(self, line):
        if line["heap"] != VERSION:
            raise Wrong("version %d of the format; this tool reads version %d"
                        % (line["heap"], VERSION))
        if line["block"] < 1 or line["word"] not in (2, 4, 8) or line["used"] > self.bytes_of(line):
            raise Wrong("the figures of the heap don't fit together")
        self.snapshot.heap = line

    @staticmethod
    def bytes_of(heap):
        return heap["blocks"] * heap["block"]

    def add_site(self, line):
        number = len(self.snapshot.sites) + 1
        if line["site"] != number:
            raise Wrong("site %d where %d should come" % (line["site"], number))
        if line["parent"] >= number:
            raise Wrong("the parent of a site comes before it")
        self.snapshot.sites.append(line)

    def add_cell(self, line):
        heap, at, size = self.snapshot.heap, line["cell"], line["size"]
        if at < self.cell_end:
            raise Wrong("the cell at %d begins inside or before the one above it" % at)
        if at % heap["block"] or size % heap["block"] or not size:
            raise Wrong("a cell is a number of whole blocks")
        if at + size > self.bytes_of(heap):
            raise Wrong("the cell ends after the heap")
        self.check_site(line.get("site", 0))
        self.cell_end = at + size
        self.snapshot.cells.append(line)
        self.owners.append(self.lines + 1)

    def add_weak(self, line):
        self.snapshot.weaks.append(line)
        self.owners.append(self.lines + 1)

    def add_root(self, line):
        self.snapshot.roots.append(line)
        self.owners.append(self.lines + 1)

    def add_module(self, line):
        self.snapshot.modules.append(line)

    def add_peak(self, line):
        for site, _ in line["sites"]:
            self.check_site(site)
        self.snapshot.peak = line

    def add_event(self, line):
        self.snapshot.events.append(line)

    def add_end(self, line):
        if line["end"] != self.lines:
            raise Wrong("counts %d lines before it, but there are %d" % (line["end"], self.lines))
        self.ended = True

    def check_site(self, site):
        if site > len(self.snapshot.sites):
            raise Wrong("there is no site %d" % site)

    def dangling(self):
        """The first reference to what is no cell: (line number, address), or None."""
        s = self.snapshot
        known = {c["cell"] for c in s.cells}
        for number, owner in zip(self.owners, s.cells + s.weaks + s.roots):
            for ref in owner.get("refs", ()):
                if ref not in known:
                    return number, ref
            for key in ("class", "weak"):
                if key in owner and owner[key] not in known:
                    return number, owner[key]
        return None


def data_of_page(text):
    """The first snapshot in a page that `-X heapmap=out.html` or this tool wrote, "" without one."""
    start = text.find(b'<script type="text/plain" class="heap-snapshot"')
    start = text.find(b"\n", start) + 1 if start >= 0 else len(text)
    end = text.find(b"</script>", start)
    return text[start:] if end < 0 else text[start:end]


def read_snapshot(path):
    """The Snapshot in this file, or in this page. Raises Damaged (lines are those of the snapshot) or
    OSError."""
    with open(path, "rb") as f:
        text = f.read()
    if text.startswith(b"<!doctype html>"):
        text = data_of_page(text)
    if not text:
        raise Damaged(path, 1, "nothing is there")
    reader = Reader(Snapshot(path, text))
    lines = text.removesuffix(b"\n").split(b"\n")
    for number, raw in enumerate(lines, 1):
        try:
            reader.add(parse_line(raw))
        except Wrong as e:
            within = number == len(lines) and not text.endswith(b"\n")
            more = " (the file ends within this line)" if within else ""
            raise Damaged(path, number, "%s%s" % (e, more)) from None
    if not reader.ended:
        raise Damaged(path, len(lines), "the file ends here, without its line \"end\": cut short")
    found = reader.dangling()
    if found:
        raise Damaged(path, found[0], "refers to %d, where no cell is" % found[1])
    return reader.snapshot
