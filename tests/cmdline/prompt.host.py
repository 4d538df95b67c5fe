# SPDX-License-Identifier: MIT
"""The prompt at a terminal: statements of several lines, errors, Ctrl-C, the end."""

import subprocess
import time
import unittest

from testlib.host import TARGET, Terminal, environment


class Prompt(unittest.TestCase):
    def setUp(self):
        self.terminal = self.enterContext(Terminal())
        self.terminal.expect(">>> ")

    def enter(self, *lines, gives):
        for line in lines:
            self.terminal.send(line + "\n")
        self.terminal.expect(gives)

    def test_expression_is_shown(self):
        self.enter("20 + 22", gives="42")
        self.enter("_ + 1", gives="43")

    def test_compound_statement_goes_on_until_an_empty_line(self):
        self.enter("def double(x):", gives="... ")
        self.enter("    return 2 * x", gives="... ")
        self.enter("", gives=">>> ")
        self.enter("double(21)", gives="42")
        self.enter("class A:", gives="... ")
        self.enter("    value = 'of A'", "", "A.value", gives="'of A'")

    def test_open_bracket_goes_on(self):
        self.enter("print('a',", gives="... ")
        self.enter("'b')", gives="a b")

    def test_error_is_shown_and_the_prompt_goes_on(self):
        self.enter("1 / 0", gives="ZeroDivisionError: division by zero")
        self.enter("x = = 2", gives="SyntaxError: invalid syntax")
        self.enter("print('still', 'here')", gives="still here")

    def test_values_go_to_displayhook(self):
        self.enter("import sys", gives=">>> ")
        self.enter("sys.displayhook = lambda v: print('shown', v)", gives=">>> ")
        self.enter("6 * 7", gives="shown 42")
        self.enter("None", gives="shown None")
        self.enter("sys.displayhook = sys.__displayhook__", gives=">>> ")
        self.enter("6 * 7 + 1", gives="43")

    def test_last_exception_is_kept(self):
        self.enter("{}['lost']", gives="KeyError: 'lost'")
        self.enter("import sys", "sys.last_exc.args", gives="('lost',)")

    def test_interrupt_of_a_loop(self):
        self.enter("import time", gives=">>> ")
        self.enter("while True: time.sleep(0.01)", gives="... ")
        self.terminal.send("\n")
        time.sleep(0.3)
        self.terminal.interrupt()
        self.terminal.expect("KeyboardInterrupt")
        self.enter("6 * 7", gives="42")

    def test_end_of_input_ends(self):
        self.terminal.send("\x04")
        self.assertEqual(self.terminal.wait(), 0)


class NoInput(unittest.TestCase):
    def assert_complains(self, why, redirected):
        command = ["sh", "-c", 'exec "$@" ' + redirected, "sh"] + TARGET + ["-i"]
        r = subprocess.run(command, capture_output=True, text=True, env=environment(None),
                           timeout=20)
        self.assertEqual((r.stderr, r.returncode),
                         ("micropython: can't read the input: %s\n" % why, 1))
        self.assertTrue(r.stdout.endswith(">>> \n"), r.stdout)

    def test_closed(self):
        self.assert_complains("Bad file descriptor", "<&-")

    def test_directory(self):
        self.assert_complains("Is a directory", "</")


unittest.main()
