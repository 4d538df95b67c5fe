# SPDX-License-Identifier: MIT
"""What of the module micropython shows only from outside: the prompt, signals, errors that end a program."""

import signal
import unittest

from testlib.host import Files, Terminal, run


class Lock(unittest.TestCase):
    def test_the_prompt_opens_the_lock(self):
        with Terminal() as t:
            t.expect(">>> ")
            for line, gives in (("import micropython", ">>> "),
                                ("micropython.heap_lock(); micropython.heap_lock()", ">>> "),
                                ("print(micropython.heap_locked(), [1])", "0 [1]")):
                t.send(line + "\n")
                t.expect(gives)

    def test_an_uncaught_error_of_a_locked_heap_is_reported(self):
        source = ("import micropython\ndef f(n):\n    return [n]\nmicropython.%s\n"
                  "micropython.heap_lock()\nf(1)\n")
        with Files({"a.py": source % "stack_use()", "b.py": source % "alloc_emergency_exception_buf(400)"}) as d:
            plain, buffered = run("a.py", cwd=d), run("b.py", cwd=d)
        message = "MemoryError: memory allocation failed, heap is locked"
        self.assertEqual((plain.code, plain.err), (1, message + "\n"))
        self.assertEqual(buffered.last_error, message)
        self.assertIn('File "b.py", line 3, in f', buffered.err)

    def test_memory_error_of_a_full_heap_is_reported(self):
        source = "x = None\nwhile True: x = [x, x]"
        r = run("-X", "heapsize=40K", "-c", source)
        self.assertRegex(r.last_error, r"^MemoryError: memory allocation failed, allocating \d+ bytes$")


class Interrupt(unittest.TestCase):
    def interrupted(self, *lines):
        source = "\n".join(["import micropython, time", *lines, "print('ready')",
                            "for i in range(30): time.sleep(0.01)", "print('end')"])
        with Terminal("-c", source) as t:
            t.expect("ready")
            t.interrupt()
            code = t.wait()
            return code, t.seen

    def test_switched_off_and_on(self):
        code, seen = self.interrupted("micropython.kbd_intr(-1)")
        self.assertEqual((code, seen.strip()), (0, "end"))
        for lines in ((), ("micropython.kbd_intr(-1)", "micropython.kbd_intr(3)")):
            code, seen = self.interrupted(*lines)
            self.assertEqual(code, 130)
            self.assertIn("KeyboardInterrupt", seen)

    def test_the_prompt_switches_it_on(self):
        with Terminal() as t:
            t.expect(">>> ")
            t.send("import micropython, time; micropython.kbd_intr(-1)\n")
            t.expect(">>> ")
            t.send("print('go', 'on'); time.sleep(20)\n")
            t.expect("go on")
            t.interrupt()
            t.expect("KeyboardInterrupt")

    def test_in_a_scheduled_call(self):
        source = ("import micropython, time\ndef f(x):\n    print('ready')\n    time.sleep(20)\n"
                  "micropython.schedule(f, 0)\nwhile True: pass")
        with Terminal("-c", source) as t:
            t.expect("ready")
            t.interrupt()
            self.assertEqual(t.wait(), 128 + signal.SIGINT)


class Counters(unittest.TestCase):
    def test_they_are_those_of_mem_info(self):
        source = ("import micropython as m, gc\nx = bytearray(5000)\ndel x\ngc.collect()\n"
                  "print(m.mem_total(), m.mem_current(), m.mem_peak(), m.stack_use(), gc.mem_alloc())\n"
                  "m.mem_info()")
        first, memory, stack = run("-c", source).out.splitlines()[:3]
        total, current, peak, used, alloc = map(int, first.split())
        names = [int(part.split("=")[1]) for part in memory[5:].split(", ")]
        for before, now in zip((total, current, peak), names):
            self.assertTrue(before <= now < before + 1000, (before, now))
        self.assertTrue(current <= alloc < current + 200)
        self.assertGreater(peak, current + 4000)
        self.assertGreater(total, 5000)
        self.assertTrue(0 < used < int(stack.split()[-1]))

    def test_stack_use_grows_with_c_calls(self):
        source = ("import micropython as m\nclass C:\n    def __len__(self): return m.stack_use() > n\n"
                  "n = m.stack_use()\nprint(len(C()))")
        self.assertEqual(run("-c", source).out, "1\n")


unittest.main()
