# SPDX-License-Identifier: MIT
# Sizes that no machine has: an error, at once.
import unittest
from testlib.host import Files, HostileCase, run

HUGE = """
'x' * (1 << 62)
[0] * (1 << 61)
(0,) * (1 << 60)
b'ab' * (1 << 63)
bytearray(1 << 62)
bytes(1 << 40)
1 << (1 << 62)
list(range(1 << 62))
'%999999999999d' % 1
f'{1:999999999999}'
'{:999999999999}'.format(1)
'x'.center(1 << 62)
'x'.zfill(1 << 62)
[1] * -(1 << 70)
'a'.replace('a', 'b' * 1000) * (1 << 55)
(10 ** 10 ** 10)
2 ** 3 ** 4 ** 5
bytearray(-1)
'x' * (1 << 100)
(1).to_bytes(1 << 62, 'big')
round(1.5, 1 << 62)
pow(7, 1 << 40)
range(1 << 100)[1 << 99]
'abc'[1 << 100:]
[1, 2][-(1 << 70):1 << 70]
"""


class Sizes(HostileCase):
    def test_huge_requests(self):
        for expression in HUGE.strip().split("\n"):
            with Files({"a.py": "x = " + expression}) as d:
                r = run("a.py", cwd=d, timeout=60)
            self.assertIn(r.code, (0, 1), expression + r.err[-200:])
            if r.code:
                self.assertRegex(r.last_error, "^(Memory|Overflow|Value|Type)Error", expression)

    def test_constants_are_folded_within_bounds(self):
        r = self.survives("def f(): return 2 ** 3 ** 4 ** 5\ndef g(): return 'x' * (1 << 50)\n"
                          "def h(): return 1 << (1 << 40)\nprint('compiled')")
        self.assertEqual(r.out, "compiled\n")


unittest.main()
