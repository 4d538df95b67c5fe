# SPDX-License-Identifier: MIT
# The page of tools/heapview in a real browser: all panels filled, no error, nothing too wide.
#
# Each test loads a page with #selftest, which clicks through all panels and reports in its title.
import json
import os
import re
import subprocess
import sys
import unittest
from testlib.host import Files

HERE = os.path.dirname(os.path.abspath(__file__))
HEAPVIEW = os.path.join(HERE, "..", "..", "tools", "heapview")
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True
from _heapview_data import snapshot

PANELS = ("map", "fragmentation", "flame", "dominators", "growth", "imports", "timeline")
FRAME = """<!doctype html><title>waiting</title><body style="margin:0">
<script>onmessage = e => document.title = e.data;</script>
<iframe width="400" height="800" style="border:0" src="out.html#selftest"></iframe>"""


class Browser(unittest.TestCase):
    def setUp(self):
        files = Files({"a.jsonl": snapshot(400), "b.jsonl": snapshot(400, 2), "frame.html": FRAME,
                       "plain.jsonl": snapshot(200, traced=False, events=False)})
        self.dir = files.__enter__()
        self.addCleanup(files.__exit__)

    def make(self, *args):
        subprocess.run([sys.executable, HEAPVIEW, *args], cwd=self.dir, check=True, timeout=60)

    def dom(self, page, size="1280,800", *options):
        """The document after its scripts have run."""
        r = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions",
             "--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run",
             "--user-data-dir=" + os.path.join(self.dir, "profile"), "--window-size=" + size,
             "--virtual-time-budget=60000", *options, "--dump-dom",
             "file://" + os.path.join(self.dir, page)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=110)
        self.assertEqual(r.returncode, 0)
        return r.stdout.decode()

    def body(self, *how):
        """The text of the body without data and scripts."""
        dom = self.dom(*how)
        return dom[dom.index("<body"):dom.index("<script")]

    def assert_shows(self, body, pattern):
        self.assertTrue(re.search(pattern, body), "no %s in %s" % (pattern, body[-3000:]))

    def title(self, *how):
        return re.search("<title>([^<]*)</title>", self.dom(*how))[1]

    def assert_good(self, title, lacks=()):
        shown = " ".join(p + ":lacks" if p in lacks else p for p in PANELS)
        self.assertRegex(title, r"^selftest ok: %s; \d+ cells$" % shown)

    def test_two_snapshots(self):
        self.make("a.jsonl", "b.jsonl", "-o", "out.html")
        self.assert_good(self.title("out.html#selftest"))

    def test_dark(self):
        self.make("a.jsonl", "b.jsonl", "-o", "out.html")
        self.assert_good(self.title("out.html#selftest", "1280,800",
                                    "--blink-settings=preferredColorScheme=0"))

    def test_narrow(self):
        self.make("a.jsonl", "b.jsonl", "-o", "out.html")
        self.assert_good(self.title("frame.html"))

    def test_without_tracing(self):
        self.make("plain.jsonl", "-o", "out.html")
        dom = self.dom("out.html#selftest")
        self.assert_good(re.search("<title>([^<]*)</title>", dom)[1],
                         ("growth", "imports", "timeline"))
        self.assertIn("<code>-X trace-alloc</code>", dom)
        self.assertIn("<code>-X heapmap=out.html</code>", dom)

    def test_what_is_shown(self):
        self.make("a.jsonl", "b.jsonl", "-o", "out.html")
        body = self.body("out.html#panel=growth&snapshot=2")
        self.assert_shows(body, r"From <b>a\.jsonl</b> to <b>b\.jsonl</b>")
        self.assert_shows(body, r'aria-checked="true"[^>]*>2: b\.jsonl<')
        address = re.search(r'"cell":(\d+),"size":48,"type":"Record"', snapshot(400))[1]
        body = self.body("out.html#panel=map&cell=" + address)
        self.assert_shows(body, r"Kept alive by.*root</span>frame main \(weather\.py:28\)")
        self.assert_shows(body, r"Made by.*store\.py:17")

    def test_files_opened_later(self):
        """A second snapshot is compared with the first; one that can't be read changes nothing."""
        self.make("a.jsonl", "-o", "out.html")
        script = """<script>onload = () => setTimeout(async () => {
            const file = (name, text) => ({name, text: async () => text});
            await open_files([file("b.jsonl", %s)]);
            await open_files([file("wrong.jsonl", "?")]);
            app.show("growth");
        }, 1000);</script>"""
        with open(os.path.join(self.dir, "out.html"), "a", encoding="utf-8") as f:
            f.write(script % json.dumps(snapshot(400, 2)))
        body = self.body("out.html")
        self.assert_shows(body, r"From <b>a\.jsonl</b> to <b>b\.jsonl</b>")
        self.assert_shows(body, r"can't be read\. </b>wrong\.jsonl: line 1: ")

    def test_timeline_closer(self):
        """Keys, the wheel, a drag and a hidden line change what the timeline shows; Escape goes back."""
        self.make("a.jsonl", "-o", "out.html")
        script = """<script>onload = () => setTimeout(() => {
            app.show("timeline");
            const {chart} = app.built.get("timeline"), {canvas, last} = chart, found = [];
            const share = () => chart.range && chart.range.map(v => Math.round(v / last * 100));
            const note = () => found.push(JSON.stringify(share()));
            const key = key => canvas.dispatchEvent(new KeyboardEvent("keydown", {key}));
            const most = () => timeline_most(chart.points, "at", chart.shown, TIMELINE_LINES
                .map(([name]) => name).filter(name => !chart.hidden.has(name)));
            for (const name of ["+", "ArrowRight", "End", "-", "+", "Home", "Escape"]) {
                key(name);
                note();
            }
            canvas.dispatchEvent(new WheelEvent("wheel", {ctrlKey: true, deltaY: -1}));
            found.push(String(chart.range !== null));
            key("0");
            chart.drag = TIMELINE_PAD.left;
            const plot = canvas.clientWidth - TIMELINE_PAD.left - TIMELINE_PAD.right;
            chart.dropped(TIMELINE_PAD.left + plot / 4);
            note();
            const before = most();
            document.querySelector(".key:nth-child(3)").click();
            found.push(String(most() < before));
            document.title = found.join(" ");
        }, 1000);</script>"""
        with open(os.path.join(self.dir, "out.html"), "a", encoding="utf-8") as f:
            f.write(script)
        self.assertEqual(self.title("out.html"), "[25,75] [35,85] [50,100] null [25,75] [0,50] null "
                                                 "true [0,25] true")

    def test_from_growth_to_the_map(self):
        self.make("a.jsonl", "b.jsonl", "-o", "out.html")
        script = """<script>onload = () => setTimeout(() => {
            app.show("growth");
            const links = [...document.querySelectorAll("#panel-growth .link")];
            links.find(link => link.textContent === "Record").click();
        }, 1000);</script>"""
        with open(os.path.join(self.dir, "out.html"), "a", encoding="utf-8") as f:
            f.write(script)
        records = snapshot(400, 2).count('"type":"Record"')
        body = self.body("out.html")
        self.assert_shows(body, r'aria-checked="true"[^>]*>2: b\.jsonl<')
        self.assert_shows(body, r">%d cells, " % records)

    def test_weak_references(self):
        text = snapshot(400)
        self.make("a.jsonl", "-o", "out.html")
        table = re.search(r'"cell":(\d+),"size":96,"type":"weak table"', text)[1]
        body = self.body("out.html#panel=map&cell=" + table)
        self.assert_shows(body, r"Refers to 0.*Referred to by 1.*Refers weakly to 5<.*>Record<")
        member = json.loads(next(line for line in text.splitlines()
                                 if line.startswith('{"weak":%s,' % table)))["refs"][0]
        body = self.body("out.html#panel=map&cell=%d" % member)
        self.assert_shows(body, r"Weakly referred to by 1<.*>weak table<")

    def test_damaged(self):
        """What the tool would refuse, made by hand: the page says what is wrong."""
        self.make("a.jsonl", "-o", "out.html")
        path = os.path.join(self.dir, "out.html")
        with open(path, encoding="utf-8") as f:
            page = f.read()
        with open(path, "w", encoding="utf-8") as f:
            f.write(page.replace('{"site":3,', '{"site":4,'))
        self.assert_shows(self.body("out.html"),
                          r"can't be read\. </b>a\.jsonl: line 4: site 4 of parent 1")

    def test_no_data(self):
        self.make("--template", "out.html")
        self.assert_shows(self.body("out.html"), "No snapshot is in this page")


unittest.main()
