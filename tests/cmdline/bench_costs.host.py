# SPDX-License-Identifier: MIT
# bench/costs: counts of instructions, which are the same in each run and in a sensible order.
import os
import re
import subprocess
import sys
import unittest
from testlib.host import TARGET

COSTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "bench", "costs")


def costs(*args):
    return subprocess.run([sys.executable, COSTS, "--binary", TARGET[0], *args], text=True,
                          capture_output=True, timeout=110)


class Costs(unittest.TestCase):
    def test_names(self):
        done = costs("name")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        rows = re.findall(r"^(name|    )  +(\S.*\S) +(\d+)$", done.stdout, re.M)
        self.assertEqual(len(rows), len(done.stdout.splitlines()))
        self.assertEqual(rows[0][:2], ("name", "`a = b`, locals"))
        counts = {what: int(count) for _, what, count in rows}
        self.assertTrue(0 < counts["`a = b`, locals"] < counts["global read"] < 1000, counts)

    def test_wrong_arguments(self):
        self.assertEqual(costs("nosuch").returncode, 2)
        done = subprocess.run([sys.executable, COSTS, "--binary", "/no/such", "name"], text=True,
                              capture_output=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (1, "", 1))


unittest.main()
