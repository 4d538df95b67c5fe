# SPDX-License-Identifier: MIT
# The picture of tools/flamegraph in a real browser: a click widens a frame, another one goes back.
import json
import os
import re
import subprocess
import sys
import unittest
from testlib.host import Files

TOOL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools", "flamegraph")
PROFILE = json.dumps({
    "shared": {"frames": [{"name": n} for n in ("main", "left", "right", "a_name_of_some_length")]},
    "profiles": [{"type": "sampled", "unit": "none", "samples": [[0, 1], [0, 2], [0, 2, 3]],
                  "weights": [90, 6, 4]}]})
# Clicks the frames of these labels, then puts into the root what is shown.
CLICKS = '''<script>
const byLabel = label => boxes.find(g => g.dataset.label === label);
for (const label of %s) byLabel(label).dispatchEvent(new MouseEvent("click"));
root.dataset.shown = boxes.filter(g => getComputedStyle(g).display !== "none").map(g =>
    [g.dataset.label, g.querySelector("text").textContent,
     Math.round(g.querySelector("rect").getAttribute("width")),
     g.classList.contains("dim") ? "dim" : ""].join("/")).sort().join(" ");
</script></svg>'''


class Browser(unittest.TestCase):
    def setUp(self):
        files = Files({"p.json": PROFILE})
        self.dir = files.__enter__()
        self.addCleanup(files.__exit__)
        subprocess.run([sys.executable, TOOL, "p.json", "-o", "p.svg"], cwd=self.dir, check=True)

    def shown(self, *clicks):
        path = os.path.join(self.dir, "p.svg")
        with open(path, encoding="utf-8") as f:
            text = f.read()
        with open(path, "w", encoding="utf-8") as f:
            f.write(text.replace("</svg>", CLICKS % json.dumps(clicks)))
        r = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions",
             "--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run",
             "--user-data-dir=" + os.path.join(self.dir, "profile"),
             "--virtual-time-budget=30000", "--dump-dom", "file://" + path],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=110)
        self.assertEqual(r.returncode, 0)
        return re.search('data-shown="([^"]*)"', r.stdout.decode())[1].split()

    def test_click(self):
        self.assertEqual(self.shown("right"), [
            "a_name_of_some_length/a_name_of_some_length/470/", "all/all/1176/dim",
            "main/main/1176/dim", "right/right/1176/"])

    def test_back(self):
        self.assertEqual(self.shown("right", "all"), [
            "a_name_of_some_length/a_nam…/47/", "all/all/1176/", "left/left/1058/",
            "main/main/1176/", "right/right/117/"])


unittest.main()
