# SPDX-License-Identifier: MIT
# The logic of the page of tools/heapview (parsing, paths, dominators, what fits, exports) in node.
import os
import subprocess
import sys
import unittest
from testlib.host import Files

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = os.path.join(HERE, "..", "..", "tools")
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True
from _heapview_data import snapshot


class Logic(unittest.TestCase):
    def test_all(self):
        with Files({"s.jsonl": snapshot(500)}) as d:
            heapview = [sys.executable, os.path.join(TOOLS, "heapview"), "s.jsonl"]
            subprocess.run(heapview + ["--folded", "live", "--heapsnapshot", "chrome"], cwd=d,
                           check=True)
            subprocess.run(heapview + ["--folded", "peak", "--peak"], cwd=d, check=True)
            r = subprocess.run(["node", os.path.join(HERE, "_heapview_logic.js"),
                                os.path.join(TOOLS, "heapview_page"), "s.jsonl", "live", "peak",
                                "chrome"],
                               cwd=d, capture_output=True, text=True, timeout=110)
        self.assertEqual((r.stderr, r.returncode), ("", 0), r.stdout)
        self.assertRegex(r.stdout, r"^[1-9]\d* tests, 0 failed\n$")


unittest.main()
