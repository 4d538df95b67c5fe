# SPDX-License-Identifier: MIT
"""Finding tests and reading what their first lines say about how to run them.

A test is a file NAME.py below the test root; no part of its path below the root may begin with
`_`, and neither `features/` nor what skips.toml calls a helper counts. NAME.host.py is a test that
Python 3 runs on the host to drive the binary from outside.

The leading comment lines of a test may hold settings, `# key: value`. tests/README.md lists them.
"""

import fnmatch
import os
import re
import shlex
from dataclasses import dataclass, field

KEYS = ("args", "argv", "command", "stdin", "exit", "stderr", "env")
HEADER_LINE = re.compile(r"#\s*([a-z]+):[ \t]?(.*)$")
GLOB_CHARS = re.compile(r"[*?\[]")
PROGRAM_DIRS = ("features",)


class SetupError(Exception):
    """The run can't take place at all; run-tests exits with 2."""


class TestError(Exception):
    """One test can't be run or judged: the test is at fault, or its expected output is."""


@dataclass
class Test:
    """One test file. `name` is its path below the root, with `/` on every system."""

    name: str
    path: str
    args: list = field(default_factory=list)
    argv: list = field(default_factory=list)
    command: list = None
    stdin: bytes = b""
    exit: int = 0
    stderr: str = None
    env: dict = field(default_factory=dict)
    bad_header: str = None

    @property
    def directory(self):
        return os.path.dirname(self.path)

    @property
    def is_host(self):
        return self.name.endswith(".host.py")

    @property
    def exp_path(self):
        return self.path + ".exp"

    def command_line(self):
        """The interpreter's arguments: those of `# command:`, or options, this file, its argv."""
        if self.command is not None:
            return list(self.command)
        return self.args + [os.path.basename(self.path)] + self.argv


def header_of(path):
    """Yields the (key, value) pairs in the leading comment lines of the file."""
    with open(path, "rb") as f:
        for raw in f:
            line = raw.decode("utf-8", "replace").strip()
            if not line.startswith("#"):
                return
            match = HEADER_LINE.match(line)
            if match and match.group(1) in KEYS:
                yield match.group(1), match.group(2)


def stdin_bytes(value, directory):
    """The text of a `# stdin:` line, its escapes taken as bytes; `@NAME` is a file beside it."""
    if value.startswith("@"):
        with open(os.path.join(directory, value[1:]), "rb") as f:
            return f.read()
    return value.encode("utf-8").decode("unicode_escape").encode("latin-1")


def read_test(name, path):
    """Makes the Test. A header that can't be understood is kept as its error, not raised."""
    test = Test(name, path)
    try:
        for key, value in header_of(path):
            if key in ("args", "argv", "command"):
                setattr(test, key, shlex.split(value))
            elif key == "stdin":
                test.stdin = stdin_bytes(value, test.directory)
            elif key == "exit":
                test.exit = int(value)
            elif key == "stderr":
                re.compile(value)
                test.stderr = value
            else:
                variable, _, text = value.partition("=")
                test.env[variable.strip()] = text
    except (ValueError, OSError, re.error) as e:
        test.bad_header = "header line `# %s:` %s" % (key, e)
    return test


def is_test_name(name, helpers):
    """Whether the file of this name below the root is a test."""
    if not name.endswith(".py"):
        return False
    parts = name.split("/")
    if any(p.startswith(("_", ".")) for p in parts) or parts[0] in PROGRAM_DIRS:
        return False
    return not any(fnmatch.fnmatch(name, h) or name.startswith(h.rstrip("/") + "/")
                   for h in helpers)


def all_names(root, helpers):
    """Every test's name below the root, sorted."""
    found = []
    for directory, subdirs, files in os.walk(root):
        subdirs[:] = [d for d in subdirs if not d.startswith(("_", "."))]
        below = os.path.relpath(directory, root).replace(os.sep, "/")
        prefix = "" if below == "." else below + "/"
        found += [prefix + f for f in files if is_test_name(prefix + f, helpers)]
    return sorted(found)


def path_of(root, name):
    return os.path.join(root, *name.split("/"))


def all_paths(root, helpers):
    """The paths of all test files, chosen or not."""
    return {path_of(root, name) for name in all_names(root, helpers)}


def name_below(root, word):
    """What a word of the command line means below the root: a path from here, or from the root."""
    if os.path.exists(word):
        relative = os.path.relpath(os.path.realpath(word), os.path.realpath(root))
        if not relative.startswith(".."):
            return relative.replace(os.sep, "/")
    return word.rstrip("/")


def matches(name, word, root):
    """Whether a word of the command line (file, directory, glob) chooses this test."""
    wanted = name_below(root, word)
    if wanted in (".", name, name[:-3]):
        return True
    if GLOB_CHARS.search(wanted):
        prefix = os.path.basename(os.path.normpath(root)) + "/"
        return fnmatch.fnmatch(name, wanted) or fnmatch.fnmatch(prefix + name, wanted)
    return name.startswith(wanted + "/")


def keep_by_patterns(name, patterns):
    """Applies -i and -e in their order: the last match wins, the first one sets the default."""
    if not patterns:
        return True
    keep = patterns[0][0] == "exclude"
    for action, regex in patterns:
        if regex.search(name):
            keep = action == "include"
    return keep


def select(root, words, patterns, helpers):
    """The chosen tests. Raises SetupError for a word that chooses nothing, or an empty choice."""
    names = all_names(root, helpers)
    if words:
        chosen = set()
        for word in words:
            hits = [n for n in names if matches(n, word, root)]
            if not hits:
                raise SetupError("no test matches '%s'" % word)
            chosen.update(hits)
        names = sorted(chosen)
    names = [n for n in names if keep_by_patterns(n, patterns)]
    if not names:
        raise SetupError("no tests found below %s" % root)
    return [read_test(n, path_of(root, n)) for n in names]
