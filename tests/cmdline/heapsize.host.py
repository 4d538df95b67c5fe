# SPDX-License-Identifier: MIT
# -X heapsize: units, wrong values, and heaps in which next to nothing fits.
import unittest
from testlib.host import Files, run

TOTAL = "import gc; print(gc.mem_alloc() + gc.mem_free())"


class HeapSize(unittest.TestCase):
    def total(self, size):
        r = run("-X", "heapsize=" + size, "-c", TOTAL)
        self.assertEqual((r.err, r.code), ("", 0), size)
        return int(r.out)

    def assert_size(self, text, size):
        """The heap with its tables is of this size: what is usable is a little less."""
        total = self.total(text)
        self.assertLessEqual(total, size, text)
        self.assertGreater(total, size * 0.9, text)

    def test_units(self):
        self.assert_size("100000", 100000)
        self.assert_size("128K", 128 * 1024)
        self.assert_size("128k", 128 * 1024)
        self.assert_size("3M", 3 << 20)
        self.assert_size("3m", 3 << 20)

    def test_number_base(self):
        self.assert_size("0x40000", 0x40000)
        self.assert_size("0x100K", 0x100 << 10)

    def test_word_scaled(self):
        bits = int(run("-c", "import sys; print(64 if sys.maxsize > 1 << 32 else 32)").out)
        self.assert_size("64wK", 64 * 1024 * bits // 32)
        self.assert_size("100000w", 100000 * bits // 32)

    def test_last_one_wins(self):
        r = run("-X", "heapsize=1M", "-X", "heapsize=128K", "-c", TOTAL)
        self.assertLess(int(r.out), 130 * 1024)

    def test_wrong_values(self):
        for value in ("", "K", "abc", "10Q", "64KB", "64K ", "1.5M", "-1M", "-1", "--", "0x", "1e6",
                      "99999999999999999999999", "64KK", "w"):
            r = run("-X", "heapsize=" + value, "-c", "print(1)")
            self.assertEqual((r.out, r.code), ("", 1), value)
            self.assertRegex(r.err, r"^micropython: .* (not a size|not so much memory).*\n$", value)

    def test_too_small(self):
        for value in ("0", "1", "16", "699"):
            r = run("-X", "heapsize=" + value, "-c", "print(1)")
            self.assertEqual((r.out, r.code), ("", 1), value)
            self.assertEqual(r.err, "micropython: heapsize must be at least 700 bytes\n", value)

    def test_too_small_to_start(self):
        r = run("-X", "heapsize=800", "-c", "print(1)")
        self.assertEqual((r.out, r.code), ("", 1))
        self.assertEqual(r.err, "micropython: the heap is too small to start (800 bytes)\n")

    def test_sweep(self):
        """Every small size works, or ends with one line that says why."""
        for size in range(0, 6144, 64):
            r = run("-X", "heapsize=%d" % size, "-c", "pass")
            lines = r.err.splitlines()
            self.assertEqual((r.code, len(lines)), (1, 1) if lines else (0, 0), size)
            self.assertRegex(r.err, "^$|heap|^MemoryError: ", size)

    def test_sweep_of_a_script(self):
        """The output is flushed at the end of a full heap too."""
        with Files({"a.py": "pass\n"}) as d:
            for size in range(960, 1920, 16):
                r = run("-X", "heapsize=%d" % size, "a.py", cwd=d)
                self.assertEqual((r.code, r.out), (1, ""), size)
                self.assertRegex(r.err, r"\A(micropython: the heap|MemoryError: ).*\n\Z", size)

    def test_more_than_there_is(self):
        for value in ("1048576M", "8796093022208M", "17592186044415M", "18446744073709551615"):
            r = run("-X", "heapsize=" + value, "-c", "print(1)")
            self.assertIn(r.code, (0, 1), value)
            self.assertEqual(r.out, "1\n" if r.code == 0 else "", value)
            self.assertEqual(r.err == "", r.code == 0, value)

    def test_growing_in_small_steps(self):
        """Each size either works or says that it doesn't; once one works, larger ones do."""
        works = False
        for size in range(700, 16384, 224):
            r = run("-X", "heapsize=%d" % size, "-c", "print([i for i in range(3)])")
            self.assertIn(r.code, (0, 1), "heapsize %d ended with %d" % (size, r.code))
            if r.code == 0:
                self.assertEqual(r.out, "[0, 1, 2]\n", size)
                works = True
            else:
                self.assertFalse(works, "heapsize %d fails, a smaller one did not" % size)
                self.assertNotEqual(r.err, "", size)
        self.assertTrue(works)

    def test_full_heap_says_so(self):
        r = run("-X", "heapsize=64K", "-c", "x = []\nwhile True: x.append(bytearray(100))")
        self.assertEqual((r.out, r.code), ("", 1))
        self.assertTrue(r.last_error.startswith("MemoryError"), r.last_error)

    def test_program_goes_on_after_memory_error(self):
        program = ("def fill():\n    x = []\n    while True: x.append(bytearray(100))\n"
                   "try:\n    fill()\nexcept MemoryError:\n    pass\n"
                   "print('on', len(bytearray(100)), len(bytearray(30000)))")
        r = run("-X", "heapsize=64K", "-c", program)
        self.assertEqual((r.out, r.err, r.code), ("on 100 30000\n", "", 0))

    def test_import_in_a_full_heap(self):
        big = "".join("x%d = 'text number %d'\n" % (i, i) for i in range(5000))
        with Files({"big.py": big}) as d:
            program = ("try: import big\nexcept MemoryError: print('full')\n"
                       "import sys\nprint('big' in sys.modules)")
            r = run("-X", "heapsize=64K", "-c", program, cwd=d)
        self.assertEqual((r.out, r.err, r.code), ("full\nFalse\n", "", 0))


unittest.main()
