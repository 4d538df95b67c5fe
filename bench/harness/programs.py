# SPDX-License-Identifier: MIT
"""The programs of a directory, and the sizes that stand in their text."""

import os
import re


def chosen(directory, words):
    """Names of the programs that are meant by the words, sorted; all if there are no words.

    A word that is a program's name means that one, any other word all whose names contain it.
    Raises LookupError with the word that means none.
    """
    there = sorted(f[:-3] for f in os.listdir(directory) if f.endswith(".py"))
    if not words:
        return there
    found = set()
    for word in words:
        meant = [word] if word in there else [name for name in there if word in name]
        if not meant:
            raise LookupError(word)
        found.update(meant)
    return sorted(found)


def small_size(text):
    """A size for slow tools such as valgrind: from a line `# small: N`, else a tenth of the usual."""
    small = re.search(r"^# small: (\d+)$", text, re.M)
    if small:
        return int(small.group(1))
    usual = re.search(r"^N, EXPECTED = (\d+)", text, re.M)
    return max(1, int(usual.group(1)) // 10) if usual else 1
