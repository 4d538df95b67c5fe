# SPDX-License-Identifier: MIT
"""The text of micropython.mem_info(1): its format, and that map and totals say the same."""

import re
import unittest

from testlib.host import Terminal, run

TOTALS = re.compile(
    r"mem: total=(?P<total>\d+), current=(?P<current>\d+), peak=(?P<peak>\d+)\n"
    r"stack: (?P<stack>\d+) out of (?P<limit>\d+)\n"
    r"GC: total: (?P<heap>\d+), used: (?P<used>\d+), free: (?P<free>\d+)\n"
    r" No\. of 1-blocks: (?P<ones>\d+), 2-blocks: (?P<twos>\d+), "
    r"max blk sz: (?P<most>\d+), max free sz: (?P<most_free>\d+)\n")
MAP = re.compile(r"GC memory layout; from [0-9a-f]+:((?:\n.+)*)\n")
ESCAPE = re.compile(r"\x1b\[(\d*)m")

# Holes of all sizes: short, about one line of 64 blocks, and several lines long.
CHURN = """
import gc, micropython
keep = [bytearray(n) for n in (0, 20, 40, 700, 1100, 2000, 2100, 9000, 300, 30000, 16)]
for i in range(0, len(keep), 2):
    keep[i] = None
words = ["w%d" % i for i in range(30)]
gc.collect()
micropython.mem_info(1)
"""


def symbols(lines):
    """The map as one string, a character a block; checks offsets and the lines left out."""
    text, elided_before = "", False
    for line in lines:
        free = re.fullmatch(r" {7}\((\d+) lines all free\)", line)
        if free:
            assert int(free[1]) >= 2 and not elided_before, line
            text += "." * (64 * int(free[1]))
        else:
            offset, row = re.fullmatch(r"([0-9a-f]{8}): ([.=hTLDSAFBM]{1,64})", line).groups()
            assert len(text) * 16 == int(offset, 16), line
            text += row
        elided_before = bool(free)
    return text


def printed(text):
    """The lines that the format prescribes for a map."""
    lines, i = [], 0
    while i < len(text):
        run_length = len(text) - i - len(text[i:].lstrip("."))
        if run_length >= 128:
            lines.append("       (%d lines all free)" % (run_length // 64))
            i += run_length // 64 * 64
            if i == len(text):
                break
        lines.append("%08x: %s" % (i * 16, text[i:i + 64]))
        i += 64
    return lines


class Report(unittest.TestCase):
    def parse(self, out):
        totals = TOTALS.match(out)
        self.assertTrue(totals, out[:300])
        layout = MAP.fullmatch(out, totals.end())
        self.assertTrue(layout, out[totals.end():])
        lines = layout[1].split("\n")[1:]
        text = symbols(lines)
        self.assertEqual(lines, printed(text))
        return {k: int(v) for k, v in totals.groupdict().items()}, text

    def check(self, totals, text):
        self.assertEqual(len(text) * 16, totals["heap"])
        self.assertEqual(text.count(".") * 16, totals["free"])
        self.assertEqual(totals["used"] + totals["free"], totals["heap"])
        self.assertEqual(totals["current"], totals["used"])
        self.assertGreaterEqual(totals["peak"], totals["current"])
        self.assertGreaterEqual(totals["total"], totals["peak"])
        self.assertLess(0, totals["stack"])
        self.assertLess(totals["stack"], totals["limit"])
        sizes = [len(cell) for cell in re.findall(r"[A-Za-z]=*", text)]
        self.assertEqual(sum(sizes), len(text) - text.count("."))
        self.assertEqual(totals["ones"], sizes.count(1))
        self.assertEqual(totals["twos"], sizes.count(2))
        self.assertEqual(totals["most"], max(sizes))
        self.assertEqual(totals["most_free"], max(map(len, re.findall(r"\.+", text))))

    def test_map_and_totals_agree(self):
        for size in ("40K", "64K", "100001", "256K", "2M"):
            source = CHURN if size != "40K" else "import micropython; micropython.mem_info(1)"
            self.check(*self.parse(run("-X", "heapsize=" + size, "-c", source).out))

    def test_without_argument_there_is_no_map(self):
        out = run("-c", "import micropython; micropython.mem_info()").out
        self.assertTrue(TOTALS.fullmatch(out), out)
        out = run("-v", "-c", "pass").out
        self.assertTrue(TOTALS.fullmatch(out), out)

    def test_letters(self):
        """A hundred of each kind add a hundred of its letter."""
        source = """
import array, gc, micropython, sys
far = 1e100 if sys.maxsize > 1 << 32 else 1  # where floats are no longer held in the word
class C: pass
class D(dict): pass
keep = [None] * 100
def fill(make):
    for i in range(100):
        keep[i] = make(i)
fill(lambda i: None)
gc.collect()
micropython.mem_info(1)
fill(lambda i: %s)
gc.collect()
micropython.mem_info(1)
"""
        kinds = {"(i, i)": "T", "[]": "L", "{}": "D", "'%040d' % i": "S", "b'%040d' % i": "S",
                 "bytearray()": "A", "array.array('i')": "A", "(i + 1) / 1e36 / far": "F",
                 "(lambda: i)": "B", "type(gc)('m')": "M", "C()": "h", "D()": "h", "set()": "h",
                 "object()": "h", "iter([])": "h", "memoryview(b'')": "h", "1 << 100 + i": "h"}
        for make, letter in kinds.items():
            out = run("-X", "heapsize=1M", "-c", source % make).out
            at = out.rindex("mem: total")
            before, after = (self.parse(part)[1] for part in (out[:at], out[at:]))
            self.assertIn(after.count(letter) - before.count(letter), range(98, 103), make)

    def test_peak_remembers_what_was_given_back(self):
        source = ("import micropython\nx = bytearray(100000)\ndel x[:]\n"
                  "print(micropython.mem_peak() >= 100000, micropython.mem_current() < 50000)")
        self.assertEqual(run("-c", source).out, "True True\n")

    def test_replaced_stdout_gets_the_heap_as_it_was(self):
        """The text needs memory itself, and its stream allocates."""
        source = CHURN.replace("micropython.mem_info(1)", """
import sys
class Keeper:
    def __init__(self): self.text = ""
    def write(self, text):
        self.text += text
        gc.collect()
        return len(text)
out, sys.stdout, before = sys.stdout, Keeper(), gc.mem_alloc()
micropython.mem_info(1)
text, sys.stdout = sys.stdout.text, out
print(before)
print(text, end="")
""")
        for size in ("64K", "100K"):
            before, out = run("-X", "heapsize=" + size, "-c", source).out.split("\n", 1)
            totals, text = self.parse(out)
            self.check(totals, text)
            self.assertLess(abs(totals["used"] - int(before)), 800)


class Names(unittest.TestCase):
    FORMAT = re.compile(r"qstr pool: n_pool=1, n_qstr=(\d+), n_str_data_bytes=(\d+), "
                        r"n_total_bytes=(\d+)\n((?:Q\(.+\)\n)*)")

    def test_names(self):
        source = "import micropython, sys\nzaphod = trillian = 1\n%smicropython.qstr_info(1)"
        keeper = ("class W:\n    def write(self, t): out.write(t)\nout = sys.stdout\n"
                  "sys.stdout = W()\n")
        for prefix in ("", keeper):
            m = self.FORMAT.fullmatch(run("-c", source % prefix).out)
            self.assertTrue(m)
            names = [line[2:-1] for line in m[4].splitlines()]
            self.assertLessEqual({"zaphod", "trillian"}, set(names))
            self.assertEqual(int(m[1]), len(names))
            self.assertLess(len(names), 20)
            self.assertEqual(int(m[2]), sum(len(n) + 1 for n in names))
            self.assertGreater(int(m[3]), int(m[2]))

    def test_counts_only(self):
        out = run("-c", "import micropython; micropython.qstr_info()").out
        self.assertRegex(out, self.FORMAT)
        self.assertEqual(out.count("\n"), 1)


class Colours(unittest.TestCase):
    SOURCE = "import micropython; micropython.mem_info(1); print('end')"

    def shown(self, **env):
        env = {"TERM": "xterm", "NO_COLOR": "", **env}
        with Terminal("-c", self.SOURCE, env=env) as t:
            return t.expect("end").replace("\r", "")

    def test_colours_are_the_same_text(self):
        plain = self.shown(NO_COLOR="1")
        coloured = self.shown()
        self.assertNotIn("\x1b", plain)
        bare = re.sub(r"stack: .*|total=\d+|from [0-9a-f]+", "", plain)
        self.assertEqual(re.sub(r"stack: .*|total=\d+|from [0-9a-f]+", "",
                                ESCAPE.sub("", coloured)), bare)
        lines = coloured.split("\n")
        for line in lines:  # each ends in the terminal's own colour
            codes = ESCAPE.findall(line)
            self.assertTrue(not codes or codes[-1] in ("", "0"), line)
        kinds = dict((letter, code) for code, letter in re.findall(r"\x1b\[(\d+)m([A-Z.])", coloured))
        self.assertGreaterEqual(len(set(kinds.values())), 4)
        self.assertEqual(len(set(kinds.values())), len(kinds))

    def test_plain_where_colours_are_not_wanted(self):
        for env in ({"TERM": "dumb"}, {"TERM": ""}, {"NO_COLOR": "yes"}):
            self.assertNotIn("\x1b", self.shown(**env))
        self.assertIn("\x1b", self.shown(NO_COLOR=""))
        self.assertNotIn("\x1b", run("-c", self.SOURCE, env={"TERM": "xterm"}).out)


unittest.main()
