# SPDX-License-Identifier: MIT
"""A table on standard output whose rows appear as they are known, and a line of progress below it
while standard error is a terminal."""

import sys


class Table:
    """Columns are (heading, format of a value). None is printed as '-', text as it is."""

    NAME_WIDTH = 14
    WIDTH = 10

    def __init__(self, columns):
        self.forms = [form for _, form in columns]
        self.print_row("program", [heading for heading, _ in columns])

    def print_row(self, name, values):
        cells = ["-" if v is None else v if isinstance(v, str) else form % v
                 for v, form in zip(values, self.forms)]
        line = name.ljust(self.NAME_WIDTH) + "".join([c.rjust(self.WIDTH) for c in cells])
        clear_progress()
        print(line.rstrip(), flush=True)


def show_progress(done, count, text):
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K[%d/%d] %s" % (done + 1, count, text))
        sys.stderr.flush()


def clear_progress():
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
