# SPDX-License-Identifier: MIT
# The options of the command line and what they do to sys.argv, sys.path and the program.
import unittest
from testlib.host import Files, run


class Options(unittest.TestCase):
    def assert_prints(self, expected, *args, **how):
        r = run(*args, **how)
        self.assertEqual((r.out, r.err, r.code), (expected, "", 0))

    def test_version(self):
        r = run("--version")
        self.assertRegex(r.out, r"^MicroPython \S+ on \d{4}-\d\d-\d\d; .*\n$")
        self.assertEqual((r.err, r.code), ("", 0))

    def test_help(self):
        r = run("-h")
        self.assertEqual((r.err, r.code), ("", 0))
        for word in ("-c", "-m", "-i", "-O", "-v", "-X", "heapsize", "MICROPYPATH"):
            self.assertIn(word, r.out)

    def test_bad_arguments(self):
        for args in (["-Z"], ["--nosuch"], ["-c"], ["-m"], ["-X"], ["-X", "nosuch"],
                     ["-X", "emit=nosuch"], ["-Ox"], ["-X", "heapsize"],
                     ["-X", "int_max_str_digits=639"], ["-X", "int_max_str_digits=1k"]):
            r = run(*args)
            self.assertEqual((r.out, r.code), ("", 1), args)
            self.assertEqual(r.err, "Invalid command line arguments. Use -h option for help.\n",
                             args)

    def test_c(self):
        self.assert_prints("3\n", "-c", "print(1 + 2)")
        self.assert_prints("['-c', 'a', '-b', '']\n",
                           "-c", "import sys; print(sys.argv)", "a", "-b", "")
        self.assert_prints("''\n", "-c", "import sys; print(repr(sys.path[0]))")
        self.assert_prints("__main__\n", "-c", "print(__name__)")

    def test_c_lines(self):
        self.assert_prints("0\n1\nend\n", "-c", "for i in range(2):\n    print(i)\nprint('end')")
        self.assert_prints("", "-c", "")
        self.assert_prints("", "-c", "1 + 1")

    def test_c_unicode(self):
        self.assert_prints("5 grün\n", "-c", "print(len('grün!'), 'grün')")
        self.assert_prints("['-c', 'ä€😀']\n", "-c", "import sys; print(sys.argv)", "ä€😀")

    def test_options_end_at_the_program(self):
        self.assert_prints("['-c', '-O', '-X', 'heapsize=1'] True\n", "-c",
                           "import sys; print(sys.argv, __debug__)", "-O", "-X", "heapsize=1")

    def test_file(self):
        with Files({"a b.py": "import sys\nprint(sys.argv, __name__, __file__, sys.path[0])"}) as d:
            self.assert_prints(f"['a b.py', '-x', 'y'] __main__ a b.py {d}\n", "a b.py", "-x", "y",
                               cwd=d)
            self.assert_prints(f"['{d}/a b.py'] __main__ {d}/a b.py {d}\n", d + "/a b.py")

    def test_file_without_suffix(self):
        with Files({"tool": "#!/usr/bin/env micropython\nprint('ran')"}) as d:
            self.assert_prints("ran\n", d + "/tool")

    def test_O(self):
        program = "print(__debug__)\nassert False, 'seen'\nprint('on')"
        r = run("-c", program)
        self.assertEqual((r.out, r.code, r.last_error), ("True\n", 1, "AssertionError: seen"))
        for option in ("-O", "-OO", "-OOO", "-O1", "-O3"):
            self.assert_prints("False\non\n", option, "-c", program)
        self.assertEqual(run("-O0", "-c", program).code, 1)

    def test_v(self):
        r = run("-v", "-c", "print(1)")
        self.assertEqual((r.code, r.err), (0, ""))
        self.assertRegex(r.out, r"^1\nmem: total=\d+, current=\d+, peak=\d+\n"
                                r"stack: \d+ out of \d+\nGC: total: \d+, used: \d+, free: \d+\n"
                                r" No\. of 1-blocks: \d+, 2-blocks: \d+, max blk sz: \d+, "
                                r"max free sz: \d+\n$")

    def test_compile_only(self):
        self.assert_prints("", "-X", "compile-only", "-c", "print(1)")
        r = run("-X", "compile-only", "-c", "print(1")
        self.assertEqual((r.out, r.code), ("", 1))
        self.assertIn("SyntaxError", r.err)

    def test_digits_limit(self):
        program = "print(len(str(10 ** 700)))"
        for limit in ("0", "701", "4300"):
            self.assert_prints("701\n", "-X", "int_max_str_digits=" + limit, "-c", program)
        r = run("-X", "int_max_str_digits=700", "-c", program)
        self.assertEqual((r.out, r.code), ("", 1))
        self.assertIn("Exceeds the limit (700 digits)", r.err)

    def test_emit(self):
        self.assert_prints("1\n", "-X", "emit=bytecode", "-c", "print(1)")

    def test_several_options(self):
        self.assert_prints("False\n", "-X", "heapsize=128K", "-O", "-X", "emit=bytecode", "-c",
                           "print(__debug__)")


class Module(unittest.TestCase):
    def test_module(self):
        with Files({"tool.py": "import sys\nprint(__name__, sys.argv)"}) as d:
            r = run("-m", "tool", "a", "-b", cwd=d)
        self.assertEqual((r.out, r.err, r.code), ("__main__ ['tool', 'a', '-b']\n", "", 0))

    def test_package(self):
        with Files({"pkg/__init__.py": "print('init', __name__)",
                    "pkg/__main__.py": "from . import part\nprint('main', __name__)",
                    "pkg/part.py": "print('part', __name__)"}) as d:
            r = run("-m", "pkg", cwd=d)
        self.assertEqual((r.out, r.err, r.code),
                         ("init pkg\npart pkg.part\nmain __main__\n", "", 0))

    def test_module_in_package(self):
        with Files({"pkg/__init__.py": "", "pkg/part.py": "print(__name__)"}) as d:
            r = run("-m", "pkg.part", cwd=d)
        self.assertEqual((r.out, r.err, r.code), ("__main__\n", "", 0))

    def test_missing(self):
        r = run("-m", "nosuch_module")
        self.assertEqual((r.out, r.code), ("", 1))
        self.assertIn("No module named 'nosuch_module'", r.last_error)

    def test_failing(self):
        with Files({"bad.py": "print('x')\n1/0"}) as d:
            r = run("-m", "bad", cwd=d)
        self.assertEqual((r.out, r.code), ("x\n", 1))
        self.assertEqual(r.last_error, "ZeroDivisionError: division by zero")


class Inspect(unittest.TestCase):
    def check(self, *args, **how):
        r = run(*args, stdin="print('sum', x + 1)\n", **how)
        self.assertEqual(r.code, 0, r)
        self.assertIn("sum 42\n", r.out.replace("\r\n", "\n"))

    def test_after_command(self):
        self.check("-i", "-c", "x = 41")

    def test_after_file(self):
        with Files({"a.py": "x = 41"}) as d:
            self.check("-i", d + "/a.py")

    def test_after_error(self):
        self.check("-i", "-c", "x = 41\n1/0")

    def test_by_environment(self):
        self.check("-c", "x = 41", env={"MICROPYINSPECT": "1"})

    def test_empty_environment_variable(self):
        r = run("-c", "x = 41", stdin="print(x)\n", env={"MICROPYINSPECT": ""})
        self.assertEqual((r.out, r.code), ("", 0))

    def test_without_program(self):
        r = run("-i", stdin="1 + 2\n")
        self.assertEqual(r.code, 0)
        self.assertIn(">>> ", r.out)
        self.assertIn("3\n", r.out.replace("\r\n", "\n"))


unittest.main()
