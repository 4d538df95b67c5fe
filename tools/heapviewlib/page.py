# SPDX-License-Identifier: MIT
"""The page: the files of tools/heapview_page/ in the order of its file `parts`, then data in it.

tools/make_page.c puts the very same text into the interpreter.
"""

import html
import os

DIRECTORY = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))),
                         "heapview_page")
PLACE = b"<!--HEAP-DATA-->\n"


def contents(name):
    with open(os.path.join(DIRECTORY, name), "rb") as f:
        return f.read()


def compact(text):
    """Lines without indentation, and without those that are empty or comments."""
    lines = (line.lstrip(b" ") for line in text.splitlines(True))
    return b"".join(line for line in lines if not line.startswith((b"\n", b"//", b"/*")))


def template():
    """The page without data, as bytes. It has the line PLACE once."""
    joined = b"".join(compact(contents(name)) for name in contents("parts").decode().split())
    assert joined.count(PLACE) == 1
    return joined


def page_parts(snapshots):
    """The page with these snapshots (one or two) as pieces of bytes to write one after another."""
    before, after = template().split(PLACE)
    yield before
    for s in snapshots:
        name = html.escape(os.path.basename(s.path))
        name = name.encode("utf-8", "replace").decode()
        yield ('<script type="text/plain" class="heap-snapshot" data-name="%s">\n' % name).encode()
        yield s.text  # has no `<`: read_snapshot saw to it
        yield b"" if s.text.endswith(b"\n") else b"\n"
        yield b"</script>\n"
    yield after
