# SPDX-License-Identifier: MIT
"""Lists for test_unicode.c what this Python's str methods say of each code point."""

import sys
import unicodedata

SIGMA, FINAL = "\u03a3", "\u03c2"


def joined(text):
    return "+".join("%x" % ord(x) for x in text)


def ignorable(s):
    """Whether str.lower() looks through it for a letter before a sigma, and it isn't one itself."""
    if ("A" + s + SIGMA).lower()[-1] != FINAL:
        return False
    return (s + SIGMA).lower()[-1] != FINAL or ("A" + SIGMA + s).lower()[1] == FINAL


def main():
    for c in range(0x110000):
        s = chr(c)
        tests = [
            s.isalpha(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isspace(), s.islower(),
            s.isupper(), s.istitle() and not s.isupper(), s.isprintable(), s.isidentifier(),
            ("a" + s).isidentifier(), ignorable(s),
        ]
        bits = sum(test << i for i, test in enumerate(tests))
        decimal, digit = unicodedata.decimal(s, -1), unicodedata.digit(s, -1)
        cases = joined(s.lower()), joined(s.upper()), joined(s.title()), joined(s.casefold())
        sys.stdout.write("%x %x %d %d %s %s %s %s\n" % (c, bits, decimal, digit, *cases))


main()
