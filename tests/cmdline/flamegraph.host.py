# SPDX-License-Identifier: MIT
# tools/flamegraph: the picture, the table, and what it says of profiles that are damaged.
import json
import os
import random
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from testlib.host import Files, run

TOOL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools", "flamegraph")
SVG = "{http://www.w3.org/2000/svg}"


def profile(samples, weights, frames="abcdefgh", unit="milliseconds", **more):
    """Frame i is function frames[i] at line i + 1 of x.py."""
    return {"$schema": "https://www.speedscope.app/file-format-schema.json", "name": "the program",
            "shared": {"frames": [{"name": n, "file": "dir/x.py", "line": i + 1}
                                  for i, n in enumerate(frames)]},
            "profiles": [{"type": "sampled", "unit": unit, "name": "", "startValue": 0,
                          "endValue": 1, "samples": samples, "weights": weights}], **more}


PLAIN = profile([[0, 1], [0, 1, 2], [0, 3], [0, 1, 2, 1]], [10, 20, 30, 40])


class Case(unittest.TestCase):
    def setUp(self):
        files = Files({})
        self.dir = files.__enter__()
        self.addCleanup(files.__exit__)

    def tool(self, data, *args, code=0):
        """What it printed on stdout; code 1: its line on stderr."""
        if not isinstance(data, bytes):
            data = json.dumps(data).encode()
        with open(os.path.join(self.dir, "p.json"), "wb") as f:
            f.write(data)
        r = subprocess.run([sys.executable, TOOL, "p.json", *args], cwd=self.dir,
                           capture_output=True, text=True, timeout=60)
        self.assertEqual(r.returncode, code, r.stderr)
        self.assertEqual(r.stdout if code else r.stderr, "")
        return r.stderr if code else r.stdout

    def picture(self, data, *args):
        self.tool(data, "-o", "out.svg", *args)
        return ElementTree.parse(os.path.join(self.dir, "out.svg")).getroot()

    def frames(self, *how):
        """[(depth, label, x, width, tooltip)] in the picture, as drawn."""
        frames = []
        for g in self.picture(*how).iter(SVG + "g"):
            rect = g.find(SVG + "rect")
            frames.append((int(g.get("data-d")), g.get("data-label"), float(rect.get("x")),
                           float(rect.get("width")), g.find(SVG + "title").text))
        return frames


class Picture(Case):
    def test_widths(self):
        frames = self.frames(PLAIN)
        widths = {(d, label): w for d, label, x, w, _ in frames}
        whole = widths[0, "all"]
        self.assertEqual(set(widths), {(0, "all"), (1, "a:1"), (2, "b:2"), (2, "d:4"), (3, "c:3"),
                                       (4, "b:2")})
        for key, share in (((1, "a:1"), 1), ((2, "b:2"), 0.7), ((2, "d:4"), 0.3),
                           ((3, "c:3"), 0.6), ((4, "b:2"), 0.4)):
            self.assertAlmostEqual(widths[key] / whole, share, 2)

    def test_children_lie_within(self):
        rng = random.Random(4)
        stacks = [[rng.randrange(8) for _ in range(rng.randrange(1, 12))] for _ in range(200)]
        svg = self.picture(profile(stacks, [rng.randrange(1, 100) for _ in stacks]))
        frames = [(int(g.get("data-d")), float(g.get("data-x")), float(g.get("data-w")))
                  for g in svg.iter(SVG + "g")]
        self.assertEqual(frames[0], (0, 0, 1))
        for depth in range(1, 12):
            above = [f for f in frames if f[0] == depth - 1]
            ends = [0]
            for _, x, w in sorted(f for f in frames if f[0] == depth):
                self.assertGreaterEqual(x, ends[-1] - 1e-8)
                ends.append(x + w)
                self.assertTrue(any(ax - 1e-8 <= x and x + w <= ax + aw + 1e-8
                                    for _, ax, aw in above))
        first = sum(w for d, x, w in frames if d == 1)
        self.assertAlmostEqual(first, 1, 6)

    def test_tooltips(self):
        tips = {(d, label): tip for d, label, _, _, tip in self.frames(PLAIN)}
        self.assertEqual(tips[2, "b:2"], "b (dir/x.py:2)\n70.00 %, 70 ms\nitself 10.00 %, 10 ms")
        self.assertEqual(tips[4, "b:2"], "b (dir/x.py:2)\n40.00 %, 40 ms")
        self.assertEqual(tips[0, "all"], "all\n100.00 %, 100 ms")

    def test_functions(self):
        data = profile([[0, 1], [0, 2], [3]], [1, 2, 3], "maab")
        self.assertEqual(sorted((d, label) for d, label, *_ in self.frames(data, "--functions")),
                         [(0, "all"), (1, "b"), (1, "m"), (2, "a")])

    def test_text_fits(self):
        data = profile([[0], [1], [2]], [1000, 30, 3], ["short", "a_name_that_is_too_long", "gone"])
        for g in self.picture(data).iter(SVG + "g"):
            text, rect = g.find(SVG + "text"), g.find(SVG + "rect")
            self.assertLessEqual(len(text.text or "") * 6.6, float(rect.get("width")))
        self.assertIn("a_n…", [t.text for t in self.picture(data).iter(SVG + "text")])

    def test_strange_names(self):
        names = ['<module>', '"&\'', "a\0b\x1b\ud800\uffff", "名前", "]]>", ""]
        frames = self.frames(profile([list(range(6))], [1], names))
        self.assertEqual([f[1] for f in frames[1:]], ['<module>:1', '"&\':2', "a\ufffdb\ufffd\ufffd\ufffd:3",
                                                      "名前:4", "]]>:5", ":6"])

    def test_narrow_frames(self):
        svg = self.picture(profile([[0], [1], [2]], [10**6, 1, 1]))
        self.assertEqual(len(list(svg.iter(SVG + "g"))), 2)
        self.assertTrue(any("2 frames too narrow" in (t.text or "") for t in svg.iter(SVG + "text")))

    def test_deep(self):
        frames = self.frames(profile([[i % 8 for i in range(3000)]], [1]))
        self.assertEqual(len(frames), 3001)

    def test_empty(self):
        for data in (profile([], []), profile([[]], [0]), profile([[0]], [0])):
            self.assertEqual([f[1] for f in self.frames(data)], ["all"])
            self.assertEqual(self.tool(data, "--table").count("\n"), 1)

    def test_fetches_nothing(self):
        self.picture(PLAIN)
        with open(self.dir + "/out.svg", encoding="utf-8") as f:
            text = f.read().replace('xmlns="http://www.w3.org/2000/svg"', "", 1)
        self.assertNotRegex(text, r"https?://|href|@import|url\(|\bfetch\(")

    def test_of_others(self):
        data = {"shared": {"frames": [{"name": "main"}, {"name": "f", "file": None, "line": None, "col": 3}]},
                "profiles": [{"type": "evented"}, {"type": "sampled", "unit": "seconds", "samples": [[0, 1]],
                                                   "weights": [0.25]}],
                "activeProfileIndex": 1, "exporter": "another"}
        self.assertEqual([(f[1], f[4]) for f in self.frames(data)],
                         [(name, name + "\n100.00 %, 250 ms") for name in ("all", "main", "f")])

    def test_ours(self):
        program = "def f():\n    return sum(range(10000000))\nf()\n"
        with Files({"main.py": program}) as d:
            self.assertEqual(run("-X", "profile=p.json", "main.py", cwd=d).code, 0)
            with open(d + "/p.json", "rb") as f:
                data = f.read()
        labels = [f[:2] for f in self.frames(data)]
        self.assertEqual(labels[0], (0, "all"))
        self.assertIn((1, "<module>:3"), labels)
        self.assertIn((2, "f:2"), labels)


class Table(Case):
    def test_table(self):
        os.mkdir(self.dir + "/dir")
        with open(self.dir + "/dir/x.py", "w") as f:
            f.write("import y\n  second line\n")
        self.assertEqual(self.tool(PLAIN, "--table"), """\
the program: 100 ms in 4 stacks
  self   total
  50.0%   70.0%  dir/x.py:2  b  second line
  30.0%   30.0%  dir/x.py:4  d
  20.0%   60.0%  dir/x.py:3  c
   0.0%  100.0%  dir/x.py:1  a  import y
""")

    def test_twenty(self):
        data = profile([[i] for i in range(30)], list(range(1, 31)), ["f%d" % i for i in range(30)])
        lines = self.tool(data, "--table").splitlines()
        self.assertEqual(len(lines), 22)
        self.assertIn("f29", lines[2])
        self.assertIn("f10", lines[-1])

    def test_both(self):
        self.assertIn("d\n", self.tool(PLAIN, "--table", "-o", "out.svg"))
        self.assertIn("out.svg", os.listdir(self.dir))


class Wrong(Case):
    def assert_wrong(self, data, what):
        for args in (("-o", "out.svg"), ("--table",)):
            self.assertEqual(self.tool(data, *args, code=1), "flamegraph: p.json: %s\n" % what)
            self.assertEqual(os.listdir(self.dir), ["p.json"])

    def changed(self, **changes):
        data = profile([[0], [1]], [1, 2])
        for key, value in changes.items():
            data["profiles"][0][key] = value
        return data

    def test_text(self):
        self.assert_wrong(b"", "line 1, column 1: not JSON: Expecting value")
        self.assert_wrong(b'{"shared":\n{"frames"', "line 2, column 10: not JSON: Expecting ':' delimiter")
        self.assert_wrong(b"\xff\xfe", "byte 0 is no UTF-8")
        self.assert_wrong(b"[" * 100000, "not a profile")
        self.assert_wrong(b"9" * 10000, "not a profile")
        self.assert_wrong([], "the file is no object")

    def test_parts(self):
        self.assert_wrong({}, "the file lacks shared")
        self.assert_wrong({"shared": {}}, "shared lacks frames")
        self.assert_wrong({"shared": {"frames": {}}}, "frames of shared is no array")
        self.assert_wrong({"shared": {"frames": [1]}}, "frame 0 is no object")
        self.assert_wrong({"shared": {"frames": [{"name": 1}]}}, "name of frame 0 is no string")
        self.assert_wrong({"shared": {"frames": [{"name": "", "line": "1"}]}},
                          "line of frame 0 is no line number")
        self.assert_wrong({"shared": {"frames": []}}, "the file lacks profiles")
        self.assert_wrong({"shared": {"frames": []}, "profiles": []}, "the file has no profile")
        self.assert_wrong({**PLAIN, "activeProfileIndex": 1}, "activeProfileIndex names no profile")

    def test_samples(self):
        self.assert_wrong(self.changed(type="evented"), "the profile's type is 'evented', not 'sampled'")
        self.assert_wrong(self.changed(unit="hours"), "'hours' is no unit")
        self.assert_wrong(self.changed(weights=[1]), "there are 2 samples but 1 weights")
        self.assert_wrong(self.changed(weights=[1, -1]), "weight 1 is -1")
        self.assert_wrong(self.changed(weights=[1, float("nan")]), "weight 1 is nan")
        self.assert_wrong(self.changed(weights=[1, True]), "weight 1 is True")
        self.assert_wrong(self.changed(samples=[[0], 1]), "sample 1 is no array")
        self.assert_wrong(self.changed(samples=[[0], [8]]), "sample 1 has frame 8, but there are 8")
        self.assert_wrong(self.changed(samples=[[0], [-1]]), "sample 1 has -1, which is no frame number")

    def test_cut_anywhere(self):
        text = json.dumps(PLAIN).encode()
        with open(os.path.join(self.dir, "p.json"), "wb") as f:
            f.write(text)
        sys.path.insert(0, os.path.dirname(TOOL))
        from flamegraphlib.profile import Damaged, read_profile
        for end in range(len(text)):
            with open(os.path.join(self.dir, "p.json"), "wb") as f:
                f.write(text[:end])
            with self.assertRaises(Damaged):
                read_profile(os.path.join(self.dir, "p.json"))

    def test_no_such_file(self):
        r = subprocess.run([sys.executable, TOOL, "none.json", "--table"], cwd=self.dir,
                           capture_output=True, text=True)
        self.assertEqual((r.returncode, r.stdout, r.stderr),
                         (1, "", "flamegraph: none.json: No such file or directory\n"))

    def test_output_that_can_t_be_written(self):
        self.assertEqual(self.tool(PLAIN, "-o", "no/such.svg", code=1),
                         "flamegraph: no/such.svg: No such file or directory\n")

    def test_nothing_to_do(self):
        self.assertIn("nothing to do", self.tool(PLAIN, code=2))


sys.dont_write_bytecode = True
unittest.main()
