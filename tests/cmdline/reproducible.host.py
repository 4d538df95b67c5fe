# SPDX-License-Identifier: MIT
# Two runs of a program see the same: addresses, identity hashes.
import unittest
from testlib.host import run


class Reproducible(unittest.TestCase):
    def assert_same(self, program):
        outputs = {run("-c", program).out for _ in range(4)}
        self.assertEqual(len(outputs), 1, outputs)
        self.assertNotEqual(outputs, {""})

    def test_id(self):
        self.assert_same("print(id([]), repr(object()))")

    def test_identity_hash(self):
        self.assert_same("print(hash(object()), hash(list), hash(len))")

    def test_hash_of_text(self):
        self.assert_same("print(hash('text'), hash((1, 'a')))")


class FailAlloc(unittest.TestCase):
    PROGRAM = ("import gc\ngc.threshold(160000)\nprint(gc.threshold())\nkept = []\n"
               "for i in range(2000): kept.append([i])\nprint('done')")

    def test_with_threshold(self):
        r = run("-c", self.PROGRAM)
        self.assertEqual((r.code, r.out), (0, "160000\ndone\n"))
        r = run("-X", "failalloc=1000", "-c", self.PROGRAM)
        self.assertEqual((r.code, r.out), (1, "160000\n"))
        self.assertRegex(r.last_error, "^MemoryError")


unittest.main()
