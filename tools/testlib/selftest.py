#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of tools/run-tests itself, with Python 3 in the place of the interpreter under test."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree as ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
RUN_TESTS = os.path.join(os.path.dirname(HERE), "run-tests")
TARGET_PY = os.path.join(os.path.dirname(os.path.dirname(HERE)), "tests", "features", "target.py")


class Runner(unittest.TestCase):
    """Each case builds a little tree of tests and looks at what run-tests makes of it."""

    def setUp(self):
        self.root = tempfile.mkdtemp(prefix="selftest-")
        self.addCleanup(shutil.rmtree, self.root)
        os.mkdir(os.path.join(self.root, "features"))
        shutil.copy(TARGET_PY, os.path.join(self.root, "features"))

    def put(self, name, text):
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return path

    def command(self, *args):
        return [sys.executable, RUN_TESTS, "--root", self.root, "--binary", "python3", *args]

    def run_tests(self, *args, code=0):
        done = subprocess.run(self.command(*args), capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertNotIn("Traceback", done.stderr)
        self.output = done.stdout + done.stderr
        return done.stdout.splitlines()

    def assert_totals(self, lines, text):
        self.assertEqual(lines[-1], text, "\n".join(lines))

    # ---- outcomes

    def test_pass_by_python(self):
        self.put("a.py", "print('hello')")
        self.assert_totals(self.run_tests(), "1 passed, 0 failed, 0 skipped")

    def test_pass_by_exp(self):
        self.put("a.py", "print(1)")
        self.put("a.py.exp", "1\n")
        self.assert_totals(self.run_tests(), "1 passed, 0 failed, 0 skipped")

    def test_fail_shows_the_difference(self):
        self.put("a.py", "print(1)")
        self.put("a.py.exp", "2\n")
        lines = self.run_tests(code=1)
        self.assertIn("FAIL: a.py", lines)
        self.assertIn("    -2", lines)
        self.assertIn("    +1", lines)
        self.assert_totals(lines, "0 passed, 1 failed, 0 skipped")

    def test_missing_last_newline_fails(self):
        self.put("a.py", "print(1)")
        self.put("a.py.exp", "1")
        self.run_tests(code=1)

    def test_wildcard(self):
        self.put("a.py", "for i in range(5): print(i)")
        self.put("a.py.exp", "0\n########\n4\n")
        self.run_tests()
        self.put("a.py.exp", "0\n########\n5\n")
        self.run_tests(code=1)

    def test_wildcard_in_a_line(self):
        self.put("a.py", "print('<object at 0x1234>'); print(2)")
        self.put("a.py.exp", "<object at 0x########>\n2\n")
        self.run_tests()
        self.put("a.py.exp", "<object at ########2\n")
        self.run_tests(code=1)

    def test_crash(self):
        self.put("a.py", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
        self.put("a.py.exp", "")
        lines = self.run_tests(code=1)
        self.assertIn("CRASH: a.py", lines)
        self.assertIn("crash 1", lines[-2])
        self.assert_totals(lines, "0 passed, 1 failed, 0 skipped")

    def test_timeout_kills(self):
        self.put("a.py", "while True: pass")
        self.put("a.py.exp", "")
        lines = self.run_tests("--timeout", "0.5", code=1)
        self.assertIn("TIMEOUT: a.py", lines)
        self.assertIn("timeout 1", lines[-2])

    def test_endless_output_ends(self):
        self.put("a.py", "while True: print('x' * 100000)")
        self.put("a.py.exp", "")
        self.run_tests(code=1)
        self.assertIn("printed without end", self.output)

    def test_python_failing_is_an_error(self):
        self.put("bad.py", "raise ValueError")
        lines = self.run_tests(code=1)
        self.assertIn("ERROR: bad.py", lines)
        self.assert_totals(lines, "0 passed, 1 failed, 0 skipped")

    def test_unexpected_exit_code(self):
        self.put("a.py", "print(1); raise SystemExit(3)")
        self.put("a.py.exp", "1\n")
        self.run_tests(code=1)
        self.assertIn("exit code 3 instead of 0", self.output)

    def test_unexpected_stderr(self):
        self.put("a.py", "import sys; sys.stderr.write('oops')")
        self.run_tests(code=1)
        self.assertIn("oops", self.output)

    def test_repeat_finds_the_unsteady(self):
        counter = os.path.join(self.root, "count")
        self.put("a.py", "f = %r\nopen(f, 'a').write('x')\n"
                 "print(len(open(f).read()) < 3)" % counter)
        self.put("a.py.exp", "True\n")
        self.run_tests("--repeat", "2")
        os.remove(counter)
        self.run_tests("--repeat", "3", code=1)
        self.assertIn("run 3 of 3", self.output)

    # ---- header lines

    def test_headers(self):
        self.put("a.py", "# SPDX-License-Identifier: MIT\n# args: -O\n# argv: x 'y z'\n"
                 "# stdin: l1\\nl2 \\xc3\\xa4\n# exit: 4\n# stderr: ^gone$\n# env: COLOUR=red\n"
                 "import os, sys\n"
                 "print(__debug__, sys.argv, sys.stdin.read(), os.getenv('COLOUR'))\n"
                 "sys.stderr.write('gone\\n'); sys.exit(4)\n")
        self.put("a.py.exp", "False ['a.py', 'x', 'y z'] l1\nl2 ä red\n")
        self.run_tests()

    def test_header_after_code_is_none(self):
        self.put("a.py", "print(1)\n# exit: 5\n")
        self.run_tests()

    def test_bad_header(self):
        self.put("a.py", "# exit: soon\nprint(1)\n")
        self.run_tests(code=1)
        self.assertIn("`# exit:`", self.output)

    def test_command(self):
        self.put("a.py", "# command: -c 'print(2)' q\nthis is never run")
        self.run_tests()

    def test_stdin_from_file(self):
        self.put("a.py", "# stdin: @a.txt\nprint(input())")
        self.put("a.txt", "text\n")
        self.put("a.py.exp", "text\n")
        self.run_tests()

    def test_expected_stderr_must_come(self):
        self.put("a.py", "# stderr: x\nprint(1)")
        self.run_tests(code=1)

    def test_temporary_directory(self):
        self.put("a.py", "import os\nprint(os.listdir(os.getenv('TMPDIR')))\n"
                 "open(os.getenv('TMPDIR') + '/f', 'w').close()")
        self.put("a.py.exp", "[]\n")
        self.run_tests("--repeat", "2")

    def test_host_test(self):
        text = "from testlib.host import run\nassert run('-c', 'print(6*7)').out == '%d\\n'\n"
        self.put("a.host.py", text % 42)
        self.run_tests()
        self.put("a.host.py", text % 43)
        self.run_tests(code=1)

    # ---- the data file

    def skips(self, text):
        self.put("a.py", "print(1)")
        self.put("b.py", "print(1)")
        self.put("b.py.exp", "2\n")
        self.put("skips.toml", text)

    def test_skip(self):
        self.skips('[[skip]]\ntests = "b*"\nreason = "is wrong"\n')
        self.assert_totals(self.run_tests(), "1 passed, 0 failed, 1 skipped")

    def test_condition(self):
        self.skips('[[skip]]\ntests = "b*"\nwhen = "module=nosuch"\nreason = "x"\n')
        self.run_tests(code=1)
        self.skips('[[skip]]\ntests = "b*"\nwhen = ["module=json", "bits>16"]\nreason = "x"\n')
        self.run_tests()
        self.skips('[[skip]]\ntests = "b*"\nwhen = "program=nosuch"\nreason = "x"\n')
        self.run_tests(code=1)
        self.skips('[[skip]]\ntests = "b*"\nwhen = "program!=nosuch"\nreason = "x"\n')
        self.run_tests()

    def test_stress(self):
        self.put("a.py", 'import os; print(os.environ.get("STRESS_EVERY"))')
        self.put("a.py.exp", "7\n")
        self.put("b.py", "print(1)")
        self.put("skips.toml", '[[skip]]\ntests = "b.py"\nwhen = "stress<8"\nreason = "slow"\n')
        self.assert_totals(self.run_tests("--stress", "7"), "1 passed, 0 failed, 1 skipped")
        self.put("a.py.exp", "None\n")
        self.assert_totals(self.run_tests(), "2 passed, 0 failed, 0 skipped")

    def test_expected_failure(self):
        self.skips('[[xfail]]\ntests = "b.py"\nreason = "x"\n')
        lines = self.run_tests()
        self.assertIn("expected failure 1", lines[-2])
        self.assert_totals(lines, "1 passed, 0 failed, 1 skipped")
        self.skips('[[xfail]]\ntests = ["a.py", "b.py"]\nreason = "x"\n')
        self.assert_totals(self.run_tests(code=1), "0 passed, 1 failed, 1 skipped")

    def test_longer_limit(self):
        self.put("a.py", "import time; time.sleep(0.8); print(1)")
        self.run_tests("--timeout", "0.3", code=1)
        self.put("skips.toml", '[[limit]]\ntests = "a.py"\ntimeout = 3000\nreason = "slow"\n')
        self.run_tests("--timeout", "0.3")

    def test_bad_data_file(self):
        for text in ('[[skip]]\ntests = "b"\n', '[[skips]]\n', 'tests = \n',
                     '[[skip]]\ntests = "b"\nreason = "x"\nwhen = "moon"\n'):
            self.skips(text)
            self.run_tests(code=2)

    # ---- choosing

    def tree(self):
        for name in ("basics/a.py", "basics/b.py", "io/a.py", "io/_helper.py", "_lib/c.py"):
            self.put(name, "print(1)")

    def test_discovery(self):
        self.tree()
        self.put("skips.toml", 'helpers = ["io/mod*.py", "data"]\n')
        self.put("io/module.py", "1/0")
        self.put("data/x.py", "1/0")
        self.assertEqual(self.run_tests("--list"), ["basics/a.py", "basics/b.py", "io/a.py"])

    def test_choices(self):
        self.tree()
        for args, wanted in ((["io"], ["io/a.py"]), (["*/a.py"], ["basics/a.py", "io/a.py"]),
                             ([os.path.join(self.root, "basics", "b.py")], ["basics/b.py"]),
                             (["-i", "a"], ["basics/a.py", "basics/b.py", "io/a.py"]),
                             (["-e", "io"], ["basics/a.py", "basics/b.py"]),
                             (["-i", "basics", "-e", "b.py"], ["basics/a.py"])):
            self.assertEqual(self.run_tests("--list", *args), wanted, args)

    def test_setup_errors(self):
        self.run_tests(code=2)
        self.tree()
        self.run_tests("nosuch", code=2)
        self.run_tests("-i", "nosuch", code=2)
        self.run_tests("--binary", "/no/such/binary", code=2)
        self.run_tests("--wrapper", "no-such-wrapper", code=2)
        self.run_tests("--last-failed", code=2)

    def test_binary_that_fails(self):
        self.tree()
        self.run_tests("--binary", "false", code=2)

    def test_last_failed(self):
        self.skips("")
        self.run_tests(code=1)
        self.assert_totals(self.run_tests("--last-failed", code=1), "0 passed, 1 failed, 0 skipped")
        self.put("b.py.exp", "1\n")
        self.run_tests("--last-failed")
        self.run_tests("--last-failed", code=2)

    # ---- other outputs

    def test_update_exp(self):
        self.skips("")
        self.run_tests("--update-exp", code=1)
        self.run_tests()
        self.assertFalse(os.path.exists(os.path.join(self.root, "a.py.exp")))

    def test_tap(self):
        self.skips('[[skip]]\ntests = "a.py"\nreason = "not today"\n')
        lines = self.run_tests("--tap", "-j", "1", code=1)
        self.assertEqual(lines[:2], ["TAP version 13", "1..2"])
        self.assertTrue(any(line.endswith("a.py # SKIP not today") for line in lines))
        self.assertTrue(any(line.startswith("not ok") for line in lines))

    def test_junit(self):
        self.skips("")
        path = os.path.join(self.root, "out", "junit.xml")
        self.put("c.py", "print('\\x00\\x1b')")
        self.put("c.py.exp", "")
        self.run_tests("--junit", path, code=1)
        suite = ElementTree.parse(path).getroot()
        self.assertEqual((suite.get("tests"), suite.get("failures")), ("3", "2"))

    def test_timing(self):
        self.put("a.py", "print(1)")
        self.assertIn("slowest:", self.run_tests("--timing"))

    def test_wrapper(self):
        self.put("a.py", "import os; print(os.getenv('WRAPPED'))")
        self.put("a.py.exp", "yes\n")
        self.run_tests("--wrapper", "env WRAPPED=yes")

    def test_heapsize_is_passed(self):
        self.put("a.py", "import sys; print(sys._xoptions)")
        self.put("a.py.exp", "{'heapsize': '64K'}\n")
        self.run_tests("--heapsize", "64K")

    # ---- cache and interrupt

    def test_cache_follows_helpers(self):
        self.put("a.py", "import _h; print(_h.x)")
        self.put("_h.py", "x = 1")
        self.run_tests()
        self.put("_h.py", "x = 22")
        self.run_tests()

    def test_interrupt(self):
        for i in range(4):
            self.put("t%d.py" % i, "while True: pass")
            self.put("t%d.py.exp" % i, "")
        process = subprocess.Popen(self.command("-j", "2"), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
        self.assertEqual((process.returncode, err), (130, ""))
        self.assertIn("interrupted", out)
        self.assert_totals(out.splitlines(), "0 passed, 0 failed, 0 skipped")


if __name__ == "__main__":
    unittest.main()
