# SPDX-License-Identifier: MIT
# Import: packages, relative imports, sys.modules, search order, failures.
import unittest
from testlib.host import Files, run


class Import(unittest.TestCase):
    def assert_prints(self, expected, files, program, **how):
        with Files({**files, "main.py": program}) as d:
            r = run("main.py", cwd=d, **how)
        self.assertEqual((r.out, r.err, r.code), (expected, "", 0), program)

    def error(self, files, program):
        """The last line of the traceback of a program that fails."""
        with Files({**files, "main.py": program}) as d:
            r = run("main.py", cwd=d)
        self.assertEqual(r.code, 1, program)
        return r.last_error


class Modules(Import):
    def test_attributes(self):
        self.assert_prints("mod True 1\n", {"mod.py": "x = 1"}, "import mod\n"
                           "print(mod.__name__, mod.__file__.endswith('mod.py'), mod.x)")

    def test_spec_of_main(self):
        show = ("print(__name__, __package__, __spec__ and (__spec__.name, __spec__.parent, "
                "__spec__.origin == __file__, __spec__.has_location))\n")
        files = {"m.py": show, "p/__init__.py": "", "p/m.py": show,
            "p/__main__.py": "from . import m\n" + show}
        for args, expected in (
            (["m.py"], "__main__ None None\n"), (["-m", "m"], "__main__  ('m', '', True, True)\n"),
            (["-m", "p.m"], "__main__ p ('p.m', 'p', True, True)\n"),
            (["-m", "p"], "p.m p ('p.m', 'p', True, True)\n__main__ p ('p.__main__', 'p', True, True)\n"),
        ):
            with Files(files) as d:
                r = run(*args, cwd=d)
            self.assertEqual((r.out, r.err, r.code), (expected, "", 0), args)

    def test_runs_once(self):
        self.assert_prints("run\nTrue\n", {"mod.py": "print('run')"},
                           "import mod\nfirst = mod\nimport mod\nprint(mod is first)")

    def test_as_and_several(self):
        self.assert_prints("1 2 3\n", {"a.py": "x = 1", "b.py": "x = 2\ny = 3"},
                           "import a, b as c\nfrom b import y as z\nprint(a.x, c.x, z)")

    def test_star(self):
        self.assert_prints("1 True\n", {"a.py": "x = 1\n_y = 2"},
                           "from a import *\nprint(x, '_y' not in globals())")
        self.assert_prints("2 True\n", {"a.py": "__all__ = ['_y']\nx = 1\n_y = 2"},
                           "from a import *\nprint(_y, 'x' not in globals())")
        self.assertEqual(self.error({"a.py": "__all__ = ['z']"}, "from a import *"),
                         "AttributeError: module 'a' has no attribute 'z'")

    def test_in_function(self):
        self.assert_prints("1 False\n", {"a.py": "x = 1"},
                           "def f():\n    import a\n    return a.x\nprint(f(), 'a' in globals())")

    def test_getattr_of_module(self):
        self.assert_prints("lazy! 7\n", {"a.py": "def __getattr__(name): return name + '!'\ny = 7"},
                           "import a\nfrom a import y\nprint(a.lazy, y)")

    def test_missing(self):
        self.assertEqual(self.error({}, "import nosuch"),
                         "ModuleNotFoundError: No module named 'nosuch'")
        self.assertRegex(self.error({"a.py": ""}, "from a import b"),
                         r"^ImportError: cannot import name 'b' from 'a' \(.*a\.py\)$")
        self.assertEqual(self.error({"a.py": ""}, "import a.b"),
                         "ModuleNotFoundError: No module named 'a.b'; 'a' is not a package")

    def test_missing_can_be_caught(self):
        self.assert_prints("nosuch True\n", {}, "try:\n    import nosuch\n"
                           "except ImportError as e:\n"
                           "    print(e.name, isinstance(e, ModuleNotFoundError))")

    def test_main_module(self):
        self.assert_prints("True\n", {}, "x = 5\nimport __main__\nprint(__main__.x == 5)")

    def test_import_function(self):
        self.assert_prints("pkg pkg.sub\n", {"pkg/__init__.py": "", "pkg/sub.py": ""},
                           "a = __import__('pkg.sub')\n"
                           "b = __import__('pkg.sub', None, None, ['x'])\n"
                           "print(a.__name__, b.__name__)")

    def test_future(self):
        self.assert_prints("ok\n", {}, "from __future__ import annotations\nprint('ok')")


class Packages(Import):
    TREE = {"pkg/__init__.py": "print('init')\nx = 1", "pkg/sub.py": "y = 2",
            "pkg/deep/__init__.py": "", "pkg/deep/er.py": "z = 3"}

    def test_submodules(self):
        self.assert_prints("init\n1 2 3\n", self.TREE,
                           "import pkg.sub, pkg.deep.er\nprint(pkg.x, pkg.sub.y, pkg.deep.er.z)")

    def test_from_package(self):
        self.assert_prints("init\n2 3\n", self.TREE,
                           "from pkg import sub\nfrom pkg.deep.er import z\nprint(sub.y, z)")

    def test_as(self):
        self.assert_prints("init\n3 True\n", self.TREE,
                           "import pkg.deep.er as e\nprint(e.z, 'pkg' not in globals())")

    def test_attributes(self):
        self.assert_prints("init\nlist 1 True pkg pkg\n", self.TREE,
                           "import pkg as p\nprint(type(p.__path__).__name__, len(p.__path__), "
                           "p.__file__.endswith('pkg/__init__.py'), p.__name__, p.__package__)")

    def test_submodule_is_no_attribute_before_its_import(self):
        self.assert_prints("init\nFalse True\n", self.TREE,
                           "import pkg\na = hasattr(pkg, 'sub')\nimport pkg.sub\n"
                           "print(a, hasattr(pkg, 'sub'))")

    def test_relative(self):
        self.assert_prints("2 3 pkg\n", {
            "pkg/__init__.py": "", "pkg/sub.py": "y = 2", "pkg/deep/__init__.py": "",
            "pkg/deep/er.py": "z = 3\nfrom ..sub import y\nfrom . import er as me\n"
                              "from .. import sub\nassert me.z == 3 and sub.y == 2"},
            "from pkg.deep.er import y, z\nimport pkg\nprint(y, z, pkg.__name__)")

    def test_relative_beyond_the_top(self):
        error = self.error({"pkg/__init__.py": "", "pkg/sub.py": "from .. import x"},
                           "import pkg.sub")
        self.assertEqual(error, "ImportError: attempted relative import beyond top-level package")

    def test_relative_in_a_script(self):
        self.assertEqual(self.error({"a.py": ""}, "from . import a"),
                         "ImportError: attempted relative import with no known parent package")

    def test_namespace(self):
        self.assert_prints("1\n", {"space/a.py": "x = 1"}, "import space.a\nprint(space.a.x)")

    def test_namespace_over_two_directories(self):
        self.assert_prints("1 2\n", {"one/space/a.py": "x = 1", "two/space/b.py": "x = 2"},
                           "import sys\nsys.path += ['one', 'two']\nimport space.a, space.b\n"
                           "print(space.a.x, space.b.x)")

    def test_package_before_module(self):
        self.assert_prints("package\n", {"a.py": "x = 'module'", "a/__init__.py": "x = 'package'"},
                           "import a\nprint(a.x)")

    def test_module_before_namespace(self):
        self.assert_prints("module\n", {"a.py": "x = 'module'", "a/data.txt": ""},
                           "import a\nprint(a.x)")

    def test_missing_submodule(self):
        self.assertEqual(self.error(self.TREE, "import pkg.nosuch"),
                         "ModuleNotFoundError: No module named 'pkg.nosuch'")


class SysModules(Import):
    def test_replaced(self):
        self.assert_prints("5\n", {}, "import sys\nsys.modules['five'] = 5\n"
                           "import five\nprint(five)")

    def test_deleted(self):
        self.assert_prints("run\nrun\n", {"a.py": "print('run')"},
                           "import sys, a\ndel sys.modules['a']\nimport a")

    def test_none_forbids(self):
        self.assertEqual(self.error({"a.py": ""}, "import sys\nsys.modules['a'] = None\nimport a"),
                         "ModuleNotFoundError: import of a halted; None in sys.modules")

    def test_module_that_replaces_itself(self):
        self.assert_prints("7\n", {"a.py": "import sys\nsys.modules['a'] = 7"},
                           "import a\nprint(a)")

    def test_not_a_module(self):
        self.assertRegex(self.error({}, "import sys\nsys.modules['x'] = 1\nfrom x import y"),
                         "^ImportError: cannot import name 'y' from")

    def test_star_of_no_module(self):
        with Files({}) as d:
            r = run("-c", "import sys\nsys.modules['x'] = 1\nfrom x import *\nprint('on')", cwd=d)
        self.assertIn(r.code, (0, 1))

    def test_failed_import_is_forgotten(self):
        self.assert_prints("run\nFalse\nrun\n", {"a.py": "print('run')\n1/0"},
                           "import sys\nfor i in range(2):\n    try:\n        import a\n"
                           "    except ZeroDivisionError:\n        pass\n"
                           "    if not i: print('a' in sys.modules)")

    def test_failed_submodule_leaves_the_parent(self):
        self.assert_prints("True False\n", {"pkg/__init__.py": "", "pkg/bad.py": "1/0"},
                           "import sys\ntry:\n    import pkg.bad\n"
                           "except ZeroDivisionError:\n    pass\n"
                           "print('pkg' in sys.modules, 'pkg.bad' in sys.modules)")

    def test_circular(self):
        files = {"a.py": "x = 1\nimport b\ny = b.y", "b.py": "import a\ny = a.x + 1"}
        self.assert_prints("2 1\n", files, "import a\nprint(a.y, a.x)")

    def test_circular_from(self):
        self.assertRegex(
            self.error({"a.py": "from b import y\nx = 1", "b.py": "from a import x"}, "import a"),
            "^ImportError: cannot import name 'x' from partially initialized module 'a'")


class Search(Import):
    def test_directory_of_the_script(self):
        with Files({"app/main.py": "import part", "app/part.py": "print('part')"}) as d:
            self.assertEqual(run("app/main.py", cwd=d).out, "part\n")
            self.assertEqual(run(d + "/app/main.py", cwd="/").out, "part\n")

    def test_current_directory_of_a_command(self):
        with Files({"part.py": "print('part')"}) as d:
            self.assertEqual(run("-c", "import part", cwd=d).out, "part\n")

    def test_path_order(self):
        self.assert_prints("two\n", {"one/m.py": "x = 'one'", "two/m.py": "x = 'two'"},
                           "import sys\nsys.path[:0] = ['nosuch', 'two', 'one']\n"
                           "import m\nprint(m.x)")

    def test_micropypath(self):
        files = {"lib/m.py": "x = 'lib'", "lib2/m.py": "x = 'lib2'", "lib2/n.py": "x = 'n'"}
        self.assert_prints("lib n\n", files, "import m, n\nprint(m.x, n.x)",
                           env={"MICROPYPATH": "lib:lib2"})

    def test_micropypath_home(self):
        with Files({"home/lib/m.py": "print('home')"}) as d:
            r = run("-c", "import m", env={"MICROPYPATH": "~/lib", "HOME": d + "/home"})
        self.assertEqual(r.out, "home\n")

    def test_default_path(self):
        r = run("-c", "import sys; print(sys.path)", env={"HOME": "/home/x"})
        self.assertEqual(r.out, "['', '.frozen', '/home/x/.micropython/lib', "
                                "'/usr/lib/micropython']\n")

    def test_empty_micropypath(self):
        r = run("-c", "import sys; print(sys.path)", env={"MICROPYPATH": ""})
        self.assertEqual(r.out, "['']\n")

    def test_home_library(self):
        with Files({".micropython/lib/m.py": "print('home')"}) as d:
            self.assertEqual(run("-c", "import m", env={"HOME": d}).out, "home\n")

    def test_file_overrides_extensible_module(self):
        files = {"json.py": "x = 'mine'"}
        self.assert_prints("mine\n", files, "import json\nprint(json.x)")
        self.assert_prints("[1]\n", files, "import ujson\nprint(ujson.dumps([1]))")

    def test_file_extends_module(self):
        self.assert_prints("[1] mine\n", {"json.py": "from ujson import *\nx = 'mine'"},
                           "import json\nprint(json.dumps([1]), json.x)")

    def test_fixed_module_stays(self):
        self.assert_prints("3.0\n", {"math.py": "1/0"}, "import math\nprint(math.sqrt(9))")

    def test_strange_paths(self):
        for entry in ("5", "None", "''", "'/nosuch'", "b'lib'", "'x' * 5000", "'a\\0b'"):
            with Files({}) as d:
                r = run("-c", "import sys\nsys.path = [%s]\nimport nosuch" % entry, cwd=d)
            self.assertEqual(r.code, 1, entry)
            self.assertRegex(r.last_error, "No module named 'nosuch'|^[A-Z]", entry)

    def test_path_is_no_list(self):
        for value in ("5", "None", "()"):
            r = run("-c", "import sys\nsys.path = %s\nimport nosuch" % value)
            self.assertEqual(r.code, 1, value)


class Sources(Import):
    def test_syntax_error_names_its_file(self):
        with Files({"main.py": "import bad", "bad.py": "x = 1\ny = (\n"}) as d:
            r = run("main.py", cwd=d)
        self.assertRegex(r.err, r'File "[^"]*bad\.py", line [23]')
        self.assertTrue(r.last_error.startswith("SyntaxError"))

    def test_error_names_both_files(self):
        with Files({"main.py": "\nimport bad", "bad.py": "def f():\n    1/0\nf()"}) as d:
            r = run("main.py", cwd=d)
        for place in (r'main\.py", line 2, in <module>', r'bad\.py", line 3, in <module>',
                      r'bad\.py", line 2, in f'):
            self.assertRegex(r.err, place)

    def test_line_ends_and_marks(self):
        for text in (b"x = 1\r\nif x:\r\n    y = 2\r\n", b"\xef\xbb\xbfx = 1\ny = 2",
                     b"x = 1\ny = 2", b"x = 1\n\x0cy = 2\n",
                     b"# -*- coding: utf-8 -*-\nx = 1; y = 2;\n",
                     b"x = 1\ny = \\\n  2\n", b"if 1:\n\tx = 1\n\ty = 2\n"):
            self.assert_prints("1 2\n", {"a.py": text}, "import a\nprint(a.x, a.y)")

    def test_unicode_names(self):
        self.assert_prints("3 größe\n", {"größe.py": "größe = 3\nname = __name__"},
                           "import größe\nprint(größe.größe, größe.name)")


unittest.main()
