# SPDX-License-Identifier: MIT
# bench/run and bench/compare: what they print and their exit codes, with small programs of this
# test; the arithmetic behind them.
import os
import re
import subprocess
import sys
import unittest
from testlib.host import TARGET, Files

BENCH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "bench")
sys.path.insert(0, BENCH)
from harness import figures, programs  # noqa: E402

GOOD = "N, EXPECTED = 30, 1\nkeep = [1] * 3000\nprint(1)\n"
DIFFERS = "import sys\nprint(sys.implementation.name)\n"
FAILS = "import sys\nassert sys.implementation.name == 'cpython', 'not here'\nprint(2)\n"
ALL = {"good.py": GOOD, "differs.py": DIFFERS, "fails.py": FAILS}


def bench(tool, *args):
    return subprocess.run([sys.executable, os.path.join(BENCH, tool), *args], text=True,
                          capture_output=True, timeout=60)


def row(done, program):
    """The cells of the program's row in the table."""
    return [line.split()[1:] for line in done.stdout.splitlines() if line.split()[0] == program][0]


class Run(unittest.TestCase):
    def run_all(self, files, *args):
        with Files(files) as d:
            return bench("run", "--binary", TARGET[0], "--programs", d, "--lua", "", *args)

    def test_table(self):
        done = self.run_all({"good.py": GOOD}, "-k", "2")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        ours, cpython, ratio, lua, _, heap, spread = row(done, "good")
        self.assertAlmostEqual(float(ours) / float(cpython), float(ratio), delta=0.1)
        self.assertEqual(lua, "-")
        self.assertTrue(12 < float(heap) < 64, heap)
        self.assertGreaterEqual(float(spread), 0)
        self.assertEqual(row(done, "geometric")[1], ratio)

    def test_wrong_results_and_failures_are_told(self):
        done = self.run_all(ALL, "--quick")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, "WRONG: differs in ours: printed .* instead of b'cpython")
        self.assertRegex(done.stdout, "WRONG: fails in ours: exit code 1: AssertionError: not here")
        self.assertEqual(row(done, "fails")[0], "-")
        self.assertNotEqual(row(done, "good")[0], "-")

    def test_wrong_arguments(self):
        self.assertIn("no program of that name: nothing", self.run_all(ALL, "nothing").stderr)
        for args in ("nothing", "-k0", "--programs=/nowhere", "--binary=/nowhere"):
            self.assertEqual(self.run_all(ALL, args).returncode, 2, args)


class Compare(unittest.TestCase):
    def test_the_same_interpreter_twice(self):
        with Files({"good.py": GOOD}) as d:
            done = bench("compare", "--executable", "--binary", TARGET[0], "--programs", d,
                         "--instructions", "never", "-k", "3", TARGET[0])
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        base, now, ratio, uncertainty, instructions, _ = row(done, "good")
        self.assertTrue(0.2 < float(ratio) < 5, ratio)
        self.assertEqual(instructions, "-")

    def test_what_only_the_base_can_run(self):
        with Files(ALL) as d:
            command = ("compare", "--executable", "--programs", d, "--instructions", "never",
                       "-k", "1")
            lost = bench(*command, "--binary", TARGET[0], sys.executable, "fails")
            won = bench(*command, "--binary", sys.executable, TARGET[0], "fails")
        # Python takes "-X heapsize" for an option it does not know.
        self.assertEqual((lost.returncode, won.returncode), (1, 0))
        self.assertRegex(lost.stdout, "WRONG: fails: exit code 1")
        self.assertIn("base fails", won.stdout)

    def test_unknown_revision(self):
        done = bench("compare", "--binary", TARGET[0], "no-such-revision")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, "no revision 'no-such-revision'")


class Arithmetic(unittest.TestCase):
    def test_figures(self):
        self.assertAlmostEqual(figures.geometric_mean([0.5, None, 2.0]), 1.0)
        self.assertIsNone(figures.geometric_mean([]))
        self.assertAlmostEqual(figures.spread([2.0, 3.0, 2.2]), 0.1)
        self.assertIsNone(figures.spread([2.0]))
        ratio, uncertainty = figures.paired([1.0, 2.0, 4.0], [1.1, 2.4, 4.0])
        self.assertAlmostEqual(ratio, 1.1)
        self.assertAlmostEqual(uncertainty, 0.1)

    def test_noise(self):
        self.assertTrue(figures.too_noisy(1.02, 0.03))
        self.assertFalse(figures.too_noisy(1.05, 0.03))
        self.assertFalse(figures.too_noisy(1.0, 0.005))
        self.assertTrue(figures.too_noisy(1.5, None))

    def test_programs(self):
        with Files({"sort.py": "", "sort_key.py": "", "fib.py": "", "fib.lua": ""}) as d:
            self.assertEqual(programs.chosen(d, []), ["fib", "sort", "sort_key"])
            self.assertEqual(programs.chosen(d, ["sort"]), ["sort"])
            self.assertEqual(programs.chosen(d, ["sor", "fib"]), ["fib", "sort", "sort_key"])
            self.assertRaises(LookupError, programs.chosen, d, ["fib", "x"])
        self.assertEqual(programs.small_size("# small: 7\nN, EXPECTED = 90, 1\n"), 7)
        self.assertEqual(programs.small_size("N, EXPECTED = 90, 1\n"), 9)

    def test_every_program_names_a_size(self):
        for name in programs.chosen(BENCH, []):
            with open(os.path.join(BENCH, name + ".py")) as f:
                text = f.read()
            self.assertTrue(re.search(r"^N, EXPECTED = \d+, ", text, re.M), name)
            self.assertGreater(programs.small_size(text), 0)


unittest.main()
