# SPDX-License-Identifier: MIT
# How a program ends: exit codes, what goes to which stream, programs from stdin, broken pipes.
import subprocess
import unittest
from testlib.host import Files, TARGET, Terminal, environment, run

TRACE = "Traceback (most recent call last):\n"
WAYS = ("-c", "file", "stdin", "-m")


def run_by(way, program, *args):
    """Runs the program in one of the four ways."""
    if way == "-c":
        return run("-c", program, *args)
    if way == "stdin":
        return run(*args, stdin=program)
    with Files({"prog.py": program}) as d:
        return run(*(["-m", "prog"] if way == "-m" else ["prog.py"]), *args, cwd=d)


class ExitCode(unittest.TestCase):
    def assert_exit(self, code, err, program):
        for way in WAYS:
            r = run_by(way, "print('ran')\n" + program)
            self.assertEqual((r.code, r.out, r.err), (code, "ran\n", err), (way, program))

    def test_end(self):
        self.assert_exit(0, "", "")

    def test_numbers(self):
        for number, code in ((0, 0), (1, 1), (3, 3), (255, 255), (256 + 5, 5), (-1, 255)):
            self.assert_exit(code, "", "raise SystemExit(%d)" % number)

    def test_sys_exit(self):
        self.assert_exit(0, "", "import sys; sys.exit()")
        self.assert_exit(0, "", "import sys; sys.exit(None)")
        self.assert_exit(4, "", "import sys; sys.exit(4)")
        self.assert_exit(1, "", "import sys; sys.exit(True)")

    def test_text(self):
        self.assert_exit(1, "no luck\n", "raise SystemExit('no luck')")
        self.assert_exit(1, "[1, 2]\n", "raise SystemExit([1, 2])")

    def test_exit_runs_finally(self):
        r = run("-c", "try:\n    raise SystemExit(7)\nfinally:\n    print('finally')")
        self.assertEqual((r.out, r.err, r.code), ("finally\n", "", 7))

    def test_exit_can_be_caught(self):
        r = run("-c", "try:\n    raise SystemExit(7)\nexcept SystemExit as e:\n    print(e.code)")
        self.assertEqual((r.out, r.code), ("7\n", 0))

    def test_exit_from_import(self):
        with Files({"leave.py": "raise SystemExit(9)"}) as d:
            self.assertEqual(run("-c", "import leave", cwd=d).code, 9)

    def test_keyboard_interrupt(self):
        r = run("-c", "print(1)\nraise KeyboardInterrupt")
        self.assertEqual((r.out, r.code), ("1\n", 130))
        self.assertTrue(r.last_error.startswith("KeyboardInterrupt"))

    def test_atexit(self):
        r = run("-c", "import sys; sys.atexit(lambda: print('bye'))\nprint('hello')\nsys.exit(3)")
        self.assertEqual((r.out, r.err, r.code), ("hello\nbye\n", "", 3))

    def test_failing_atexit(self):
        r = run("-c", "import sys; sys.atexit(lambda: 1/0)")
        self.assertIn(r.code, (0, 1))
        self.assertIn("ZeroDivisionError", r.err)


class Traceback(unittest.TestCase):
    PROGRAM = "def f(x):\n    return 1 // x\n\nprint('before')\nf(0)\n"

    def test_four_ways(self):
        names = {"-c": "<string>", "file": "prog.py", "stdin": "<stdin>", "-m": "prog.py"}
        for way in WAYS:
            r = run_by(way, self.PROGRAM)
            self.assertEqual((r.code, r.out), (1, "before\n"), way)
            self.assertTrue(r.err.startswith(TRACE), (way, r.err))
            self.assertRegex(r.err, 'File "[^"]*%s", line 5, in <module>\n' % names[way])
            self.assertRegex(r.err, 'File "[^"]*%s", line 2, in f\n' % names[way])
            self.assertRegex(r.last_error, "^ZeroDivisionError: .*by zero")

    def test_messages(self):
        for program, line in (("raise ValueError('why')", "ValueError: why"),
                              ("raise ValueError", "ValueError"),
                              ("raise ValueError()", "ValueError"),
                              ("raise KeyError('k')", "KeyError: 'k'"),
                              ("raise OSError(2, 'gone')",
                               "FileNotFoundError: [Errno 2] gone"),
                              ("class E(Exception): pass\nraise E(1, 2)", "E: (1, 2)"),
                              ("undefined", "NameError: name 'undefined' is not defined"),
                              ("[].nosuch", "AttributeError: 'list' object has no attribute "
                               "'nosuch'")):
            r = run("-c", program)
            self.assertEqual((r.out, r.code), ("", 1), program)
            self.assertTrue(r.last_error in (line, "__main__." + line), (program, r.last_error))

    def test_error_while_printing_the_error(self):
        r = run("-c", "class E(Exception):\n    def __str__(self): raise self\nraise E")
        self.assertEqual((r.out, r.code), ("", 1))
        self.assertIn("E", r.last_error)

    def test_cause_and_context(self):
        program = "try:\n    1/0\nexcept ZeroDivisionError as e:\n    raise ValueError('v')"
        r = run("-c", program + " from e")
        self.assertIn("ZeroDivisionError", r.err)
        self.assertIn("direct cause", r.err)
        r = run("-c", program)
        self.assertIn("During handling of the above exception", r.err)
        r = run("-c", program + " from None")
        self.assertNotIn("ZeroDivisionError", r.err)

    def test_not_an_exception(self):
        r = run("-c", "raise 42")
        self.assertEqual(r.last_error, "TypeError: exceptions must derive from BaseException")

    def test_output_keeps_its_order(self):
        done = subprocess.run(TARGET + ["-c", "print('first')\n1/0"], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, env=environment(None), timeout=20)
        self.assertTrue(done.stdout.startswith(b"first\nTraceback"), done.stdout)


class Stdin(unittest.TestCase):
    def test_program(self):
        r = run(stdin="def f():\n  return 6*7\n\nprint(f())\nimport sys; print(sys.argv)\n")
        self.assertEqual((r.out, r.err, r.code), ("42\n[]\n", "", 0))

    def test_empty(self):
        for text in ("", "\n", "# only a comment", "   \n\n"):
            r = run(stdin=text)
            self.assertEqual((r.out, r.err, r.code), ("", "", 0), repr(text))

    def test_no_newline_at_the_end(self):
        self.assertEqual(run(stdin="if 1:\n    print('yes')").out, "yes\n")

    def test_large(self):
        program = "x = 0\n" + "x += 1\n" * 20000 + "print(x)\n"
        self.assertEqual(run(stdin=program).out, "20000\n")

    def test_syntax_error(self):
        r = run(stdin="print('a')\nx = = 1\n")
        self.assertEqual((r.out, r.code), ("", 1))
        self.assertRegex(r.err, 'File "<stdin>", line 2')
        self.assertTrue(r.last_error.startswith("SyntaxError"))

    def test_input_for_a_program_in_a_file(self):
        with Files({"a.py": "print(input('? ') + input())\ntry:\n    input()\n"
                            "except EOFError:\n    print('end')"}) as d:
            r = run(d + "/a.py", stdin="one\ntwo\n")
        self.assertEqual((r.out, r.err, r.code), ("? onetwo\nend\n", "", 0))

    def test_reading_all(self):
        r = run("-c", "import sys; print(repr(sys.stdin.read()))", stdin="a\n\nb")
        self.assertEqual(r.out, "'a\\n\\nb'\n")

    def test_closed_stdin(self):
        done = subprocess.run(TARGET + ["-c", "print(1)"], stdin=None, stdout=subprocess.PIPE,
                              env=environment(None), preexec_fn=lambda: __import__("os").close(0),
                              timeout=20)
        self.assertEqual((done.stdout, done.returncode), (b"1\n", 0))


class Pipes(unittest.TestCase):
    def test_reader_that_leaves(self):
        process = subprocess.Popen(TARGET + ["-c", "while True: print('x' * 1000)"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=environment(None))
        process.stdout.read(10)
        process.stdout.close()
        self.assertGreater(process.wait(20), 0)
        process.stderr.close()

    def test_full_disk_options(self):
        for option in "-h", "--help", "--version":
            with open("/dev/full", "wb") as full:
                done = subprocess.run(TARGET + [option], stdout=full, stderr=subprocess.PIPE,
                                      env=environment(None), timeout=20)
            self.assertRegex(done.stderr, b"^micropython: can't write the output: No space.*\n$")
            self.assertEqual(done.returncode, 1)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(TARGET + ["-c", "print('x' * 100000)"], stdout=full,
                                  stderr=subprocess.PIPE, env=environment(None), timeout=20)
        self.assertGreater(done.returncode, 0)

    def test_large_output(self):
        r = run("-c", "for i in range(20000): print(i, 'x' * 50)")
        self.assertEqual((len(r.out.splitlines()), r.code), (20000, 0))


class Interrupt(unittest.TestCase):
    def interrupted(self, program):
        """Sends Ctrl-C once the program says `ready`; gives the exit code and what came after."""
        if "ready" not in program:
            program = "print('ready')\n" + program
        with Terminal("-c", program) as t:
            t.expect("ready")
            t.send("\x03")
            return t.wait(), t.seen

    def test_loop(self):
        code, text = self.interrupted("while True: pass")
        self.assertEqual(code, 130)
        self.assertIn("KeyboardInterrupt", text)
        self.assertIn("Traceback", text)

    def test_sleep(self):
        self.assertEqual(self.interrupted("import time\ntime.sleep(60)")[0], 130)

    def test_input(self):
        self.assertEqual(self.interrupted("input()")[0], 130)

    def test_long_operations(self):
        for program in ("sum(range(10**12))", "print(len(str(7 ** 3000000)))",
                        "sorted(range(10**7), key=lambda x: -x)", "list(iter(int, 1))",
                        "'x' in iter(int, 'x')", "all(iter(int, 1) or 1 for i in iter(int, 1))",
                        "max(iter(int, 1))"):
            code, text = self.interrupted(program)
            self.assertIn(code, (130, 1), program)
            self.assertRegex(text, "KeyboardInterrupt|MemoryError", program)

    def test_caught(self):
        code, text = self.interrupted("try:\n    print('ready')\n    while True: pass\n"
                                      "except KeyboardInterrupt:\n    print('caught')")
        self.assertEqual(code, 0)
        self.assertIn("caught", text)

    def test_finally(self):
        code, text = self.interrupted("try:\n    print('ready')\n    while True: pass\n"
                                      "finally:\n    print('tidy')")
        self.assertEqual(code, 130)
        self.assertIn("tidy", text)


unittest.main()
