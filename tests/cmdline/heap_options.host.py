# SPDX-License-Identifier: MIT
# The options that look at the heap: -X trace-alloc, heapmap, heapstat, heapfail; SIGUSR1.
import json
import os
import signal
import subprocess
import sys
import time
import unittest
from testlib.host import Files, TARGET, run

HEAPVIEW = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools", "heapview")


def read(path):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    if path.endswith(".html"):
        start = text.index('<script type="text/plain" class="heap-snapshot"')
        text = text[text.index("\n", start) + 1:text.index("</script>", start)]
    return text


def parse(text):
    lines = [json.loads(line) for line in text.splitlines()]
    assert lines[-1] == {"end": len(lines) - 1}, lines[-1]
    return lines


def of_kind(lines, kind):
    return [l for l in lines if kind in l and next(iter(l)) == kind]


class Case(unittest.TestCase):
    def heap_map(self, files, *args, name="out.jsonl", code=0, **how):
        """The lines that -X heapmap writes for main.py."""
        with Files(files) as d:
            r = run("-X", "heapmap=" + name, *args, "main.py", cwd=d, **how)
            self.assertEqual(r.code, code, r.err)
            self.assertEqual(sorted(set(os.listdir(d)) - set(files)),
                             sorted({name.split("/")[0]} - set(files)))
            return parse(read(os.path.join(d, name)))


class Trace(Case):
    PROGRAM = '''class Thing:
    pass
def make():
    return Thing()
def make_two():
    a = make()
    b = make()
    return a, b
kept = make_two()
last = bytearray(1000)
'''

    def test_sites(self):
        lines = self.heap_map({"main.py": self.PROGRAM}, "-X", "trace-alloc")
        self.assertIs(lines[0]["traced"], True)
        sites = {s["site"]: s for s in of_kind(lines, "site")}
        self.assertEqual(list(sites), list(range(1, len(sites) + 1)))
        self.assertTrue(all(s["parent"] < s["site"] for s in sites.values()))

        def stack(site):
            s = sites.get(site)
            return stack(s["parent"]) + [(s["function"], s["line"])] if s else []

        cells = of_kind(lines, "cell")
        things = [c for c in cells if c["type"] == "Thing"]
        self.assertEqual([stack(c["site"]) for c in things],
                         [[("<module>", 9), ("make_two", n), ("make", 4)] for n in (6, 7)])
        self.assertGreater(things[0]["age"], things[1]["age"])
        data = [c for c in cells if c["type"] == "bytearray data"][-1]
        self.assertEqual(stack(data["site"]), [("<module>", 10)])
        self.assertLess(data["age"], things[1]["age"])
        # Nearly all cells have a site; those from before the tracing have none.
        self.assertGreater(sum("site" in c for c in cells), 20)
        self.assertNotIn("site", cells[0])
        self.assertTrue(all(("site" in c) == ("age" in c) for c in cells))

    def test_recursion_is_cut(self):
        program = "def f(n): return [n, f(n - 1) if n else None]\nx = f(200)\n"
        lines = self.heap_map({"main.py": program}, "-X", "trace-alloc")
        sites = of_kind(lines, "site")
        deepest = max(sum(1 for _ in self.up(sites, s)) for s in sites)
        self.assertEqual(deepest, 64)

    def up(self, sites, site):
        while site:
            yield site
            site = sites[site["parent"] - 1] if site["parent"] else None

    def test_peak(self):
        program = ("def big():\n    return bytearray(50000)\nx = big()\nx = None\n"
                   "import gc\ngc.collect()\n")
        lines = self.heap_map({"main.py": program}, "-X", "trace-alloc")
        peak, = of_kind(lines, "peak")
        self.assertGreaterEqual(peak["peak"], lines[0]["peak"] * 0.98)
        self.assertLessEqual(peak["peak"], lines[0]["peak"])
        site = max(peak["sites"], key=lambda s: s[1])[0]
        self.assertEqual(lines[site]["function"], "big")
        self.assertLess(lines[0]["used"], 30000)

    def test_survives_collections_and_compaction(self):
        program = ('import gc\ndef keep():\n    return bytearray(200)\nkept = []\n'
                   'for i in range(2000):\n    kept.append(keep())\n'
                   '    drop = bytearray(48), bytearray(700)\n'
                   'drop = None\nkept = kept[::2]\nprint(min(3, max(1, 2)))\n'
                   'big = bytearray(gc.mem_free() * 8 // 10)\n')
        lines = self.heap_map({"main.py": program}, "-X", "trace-alloc", "-X", "heapsize=900K")
        self.assertGreaterEqual(lines[0]["compactions"], 1)
        sites = of_kind(lines, "site")
        data = [c for c in of_kind(lines, "cell")
                if c["type"] == "bytearray data" and c["size"] < 1000]
        self.assertGreaterEqual(len(data), 1000)
        names = {sites[c["site"] - 1]["function"] for c in data}
        self.assertEqual(names, {"keep"})
        self.assertIn("compact", [e["event"] for e in of_kind(lines, "event")])

    def test_same_twice(self):
        with Files({"main.py": self.PROGRAM}) as d:
            def lines():
                r = run("-X", "heapmap=o.jsonl", "-X", "trace-alloc", "main.py", cwd=d)
                self.assertEqual(r.code, 0)
                return [l for l in parse(read(d + "/o.jsonl"))
                        if next(iter(l)) not in ("event", "end")]
            first = lines()
            for _ in range(4):
                self.assertEqual(lines(), first)

    def test_snapshot_function(self):
        program = ('import micropython\n'
                   'with open("o.jsonl", "w") as f: micropython.heap_snapshot(f)\n')
        with Files({"main.py": program}) as d:
            self.assertEqual(run("-X", "trace-alloc", "main.py", cwd=d).code, 0)
            lines = parse(read(d + "/o.jsonl"))
        kinds = {next(iter(l)) for l in lines}
        self.assertEqual(kinds, {"heap", "site", "cell", "root", "module", "peak", "end"})


class Map(Case):
    def test_page(self):
        for args in ((), ("-X", "trace-alloc")):
            lines = self.heap_map({"main.py": "x = [1, 'two']\n"}, *args, name="out.html")
            self.assertEqual(lines[0]["program"], "main.py")
            self.assertTrue([c for c in of_kind(lines, "cell") if c.get("repr") == "'two'"])

    def test_page_is_that_of_heapview(self):
        with Files({"main.py": "x = 1\n"}) as d:
            run("-X", "heapmap=main.html", "main.py", cwd=d)
            subprocess.run([sys.executable, HEAPVIEW, "--template", d + "/page.html"], check=True)
            with open(d + "/page.html", encoding="utf-8") as f:
                before, after = f.read().split("<!--HEAP-DATA-->\n")
            with open(d + "/main.html", encoding="utf-8") as f:
                page = f.read()
        self.assertTrue(page.startswith(before + '<script type="text/plain" class="heap-snapshot" '
                                                 'data-name="main.py">'))
        self.assertTrue(page.endswith("}\n</script>\n" + after))

    def test_however_it_ends(self):
        ends = (("", 0), ("raise KeyError", 1), ("import sys; sys.exit(7)", 7), ("1 +", 1),
                ("x = bytearray(10 ** 9)", 1), ("x = []\nwhile 1: x = [x, x]", 1),
                ("raise KeyboardInterrupt", 130))
        for end, code in ends:
            with self.subTest(end):
                lines = self.heap_map({"main.py": end + "\n"}, code=code)
                self.assertEqual(of_kind(lines, "event")[-1]["event"], "end")

    def test_timeline(self):
        program = ("import micropython, gc\nmicropython.mark('\u65e5 \"<b>')\n"
                   "for i in range(40000): [i, i]\ngc.collect()\nmicropython.mark('last')\n")
        lines = self.heap_map({"main.py": program}, "-X", "heapsize=200K")
        events = of_kind(lines, "event")
        names = [e["event"] for e in events]
        self.assertEqual((names[0], names[-1]), ("start", "end"))
        self.assertEqual([e["name"] for e in events if e["event"] == "mark"],
                         ['\u65e5 "<b>', "last"])
        self.assertEqual(names.count("collect"), lines[0]["collections"])
        self.assertGreater(names.count("sample"), 50)
        for a, b in zip(events, events[1:]):
            self.assertLessEqual((a["at"], a["ms"]), (b["at"], b["ms"]))
        for e in events:
            self.assertLessEqual(e["used"] + e["largest"], lines[0]["blocks"] * 16)
            self.assertEqual("pause_us" in e, e["event"] in ("collect", "compact"))
        collect = next(e for e in events if e["event"] == "collect")
        self.assertGreater(collect["freed"], 50000)

    def test_number_of_events_is_bounded(self):
        program = ("import micropython\nfor i in range(5000):\n"
                   "    micropython.mark('m%d' % i)\n    x = bytearray(9000)\n")
        lines = self.heap_map({"main.py": program})
        events = of_kind(lines, "event")
        self.assertTrue(400 < len(events) <= 2000, len(events))
        self.assertEqual((events[0]["event"], events[-1]["event"]), ("start", "end"))
        self.assertGreater(sum(e["event"] == "mark" for e in events), 200)

    def test_modules(self):
        files = {"main.py": "import pkg.inner\ntry: import missing\nexcept ImportError: pass\n"
                            "import pkg\n",
                 "pkg/__init__.py": "data = bytearray(3000)\n",
                 "pkg/inner.py": "import other\ntext = 'x' * 2000\n",
                 "other.py": "x = 'y' * 1000\n"}
        with Files(files) as d:
            self.assertEqual(run("-X", "heapmap=o.jsonl", "main.py", cwd=d).code, 0)
            lines = parse(read(d + "/o.jsonl"))
        modules = of_kind(lines, "module")
        self.assertEqual([(m["module"], m.get("parent")) for m in modules],
                         [("pkg", "pkg.inner"), ("other", "pkg.inner"), ("pkg.inner", None)])
        for m, least in zip(modules, (3000, 1000, 6000)):
            self.assertTrue(least <= m["bytes"] <= m["peak"] <= m["allocated"], m)

    def test_path_stays(self):
        program = "import os\nos.mkdir('sub')\nos.chdir('sub')\n"
        with Files({"main.py": program}) as d:
            self.assertEqual(run("-X", "heapmap=o.jsonl", "main.py", cwd=d).code, 0)
            parse(read(d + "/o.jsonl"))

    def test_replaces(self):
        lines = self.heap_map({"main.py": "", "out.jsonl": "old"})
        self.assertEqual(lines[0]["heap"], 1)

    def test_wrong_paths(self):
        for option in ("heapmap=", "heapmap=no/such/directory.html", "heapmap=/",
                       "heapmap=/proc/x.jsonl", "heapstat=", "heapstat=no/such"):
            with Files({}) as d:
                r = run("-X", option, "-c", "print('ran')", cwd=d)
                self.assertEqual((r.code, r.out), (1, ""), option)
                self.assertRegex(r.err, r"^micropython: can't write '.*': [A-Z].*\n$")
                self.assertEqual(os.listdir(d), [])

    def test_full_disk(self):
        for option in ("heapmap", "heapstat"):
            r = run("-X", option + "=/dev/full", "-c", "print('ran')")
            self.assertEqual((r.code, r.out), (1, "ran\n"))
            self.assertRegex(r.err, r"^micropython: can't write '/dev/full': No space left.*\n$")
            r = run("-X", option + "=/dev/full", "-c", "import sys; sys.exit(4)")
            self.assertEqual(r.code, 4)

    def test_mark_without_map(self):
        r = run("-c", "import micropython, gc\na = gc.mem_alloc()\nmicropython.mark('x')\n"
                "micropython.mark('x')\nprint(gc.mem_alloc() - a)")
        self.assertEqual((r.out, r.err), ("0\n", ""))


class Signal(Case):
    PROGRAM = "import os, sys, time\nprint('ready')\nsys.stdout.flush()\n%s\nprint('done')\n"

    def signalled(self, wait, name, stdin=b"", times=2):
        """Sends SIGUSR1 so often; then there is a file for each, and the program goes on."""
        with Files({"main.py": self.PROGRAM % wait}) as d:
            p = subprocess.Popen([*TARGET, "-X", "heapmap=" + name, "main.py"], cwd=d,
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE)
            self.assertEqual(p.stdout.readline(), b"ready\n")
            for number in range(1, times + 1):
                p.send_signal(signal.SIGUSR1)
                path = "%s/%s" % (d, name.replace(".", ".%d." % number, 1))
                deadline = time.monotonic() + 20
                while not os.path.exists(path) and time.monotonic() < deadline:
                    time.sleep(0.01)
                self.assertIn("frame", [r["root"] for r in of_kind(parse(read(path)), "root")])
            open(d + "/stop", "w").close()
            out, err = p.communicate(stdin)
            self.assertEqual((out, err, p.returncode), (b"done\n", b"", 0))
            parse(read(d + "/" + name))

    def test_busy(self):
        self.signalled("while 'stop' not in os.listdir(): x = [1]", "o.jsonl")

    def test_asleep(self):
        self.signalled("start = time.ticks_ms()\ntime.sleep(3)\n"
                       "assert time.ticks_ms() - start > 2990", "o.html", times=1)

    def test_reading(self):
        self.signalled("assert sys.stdin.readline() == 'line\\n'", "o.jsonl", b"line\n")


class Stat(Case):
    def figures(self, program, *args, code=0):
        with Files({"main.py": program}) as d:
            r = run("-X", "heapstat=s.json", *args, "main.py", cwd=d)
            self.assertEqual(r.code, code, r.err)
            with open(d + "/s.json", encoding="ascii") as f:
                text = f.read()
        self.assertEqual(text.count("\n"), 1)
        return json.loads(text)

    def test_figures(self):
        s = self.figures("x = bytearray(30000)\nx = None\n")
        self.assertEqual((s["heapstat"], s["program"], s["collections"], s["exit"]),
                         (1, "main.py", 0, 0))
        self.assertTrue(30000 <= s["peak"] < 45000, s)
        self.assertTrue(1000 < s["peak_collected"] < 15000, s)
        self.assertLessEqual(s["peak"], s["bytes"])
        self.assertTrue(s["heap"] - s["peak"] - 5000 <= s["least_largest_free"] < s["heap"], s)
        self.assertEqual((s["pause_us"], s["pause_max_us"]), (0, 0))

    def test_collections(self):
        s = self.figures("import gc\nk = bytearray(20000)\nfor i in range(3): gc.collect()\n"
                         "k = None\ngc.collect()\nfor i in range(1000): [i]\n")
        self.assertEqual(s["collections"], 4)
        self.assertTrue(20000 < s["peak_collected"] < 35000, s)
        self.assertTrue(1000 <= s["allocations"] < 10000, s)
        self.assertTrue(0 <= s["pause_max_us"] <= s["pause_us"], s)

    def test_exit_code(self):
        self.assertEqual(self.figures("raise KeyError", code=1)["exit"], 1)
        self.assertEqual(self.figures("", "-X", "heapfail=1K", code=3)["exit"], 3)

    def test_stderr(self):
        r = run("-X", "heapstat=-", "-c", "print(1)")
        self.assertEqual((r.code, r.out, json.loads(r.err)["program"]), (0, "1\n", "-c"))


class Fail(Case):
    BIG = "x = bytearray(200000)\nx = None"

    def test_fail(self):
        r = run("-X", "heapfail=100K", "-c", self.BIG)
        self.assertEqual((r.code, r.out), (3, ""))
        self.assertRegex(r.err, r"^micropython: the heap's peak of 2\d{5} bytes is above the "
                                r"102400 of heapfail\n$")

    def test_enough(self):
        for limit in ("1M", "300000", "0x50000"):
            r = run("-X", "heapfail=" + limit, "-c", self.BIG)
            self.assertEqual((r.code, r.err), (0, ""))

    def test_other_codes_stay(self):
        r = run("-X", "heapfail=100K", "-c", self.BIG + "\nimport sys; sys.exit(5)")
        self.assertEqual(r.code, 5)
        self.assertIn("heapfail", r.err)

    def test_memory_given_back_counts(self):
        # The text under construction is given back without a collection.
        r = run("-X", "heapfail=100K", "-c", "s = ''.join('x' * 1000 for i in range(200))")
        self.assertEqual(r.code, 3)

    def test_nonsense(self):
        for text in ("heapfail=", "heapfail=x", "heapfail=-1", "heapfail=1.5K", "heapfail",
                     "heapmap", "trace-alloc=1"):
            r = run("-X", text, "-c", "print(1)")
            self.assertEqual((r.code, r.out, r.err.count("\n")), (1, "", 1), text)


unittest.main()
