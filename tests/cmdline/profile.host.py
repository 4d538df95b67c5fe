# SPDX-License-Identifier: MIT
# -X profile: samples by Python line, in a file for speedscope.
import json
import os
import signal
import subprocess
import sys
import time
import unittest
from testlib.host import Files, TARGET, at_least, run, statistical

# Calls f again and again for that many milliseconds of processor time.
REPEAT = '''import time
def repeat(f, *args, ms=300):
    end = time.process_time_ns() + ms * 1000000
    while time.process_time_ns() < end:
        f(*args)
'''
MODULE = ("<module>", "main.py")


def line_of(program, text):
    """The number of the line that has the text."""
    lines = [i for i, line in enumerate(program.splitlines(), 1) if text in line]
    assert len(lines) == 1, (text, lines)
    return lines[0]


class Profile:
    """The file, checked: what speedscope asks for is there."""

    def __init__(self, path):
        with open(path, encoding="ascii") as f:
            self.data = json.load(f)
        assert self.data["$schema"] == "https://www.speedscope.app/file-format-schema.json"
        assert self.data["activeProfileIndex"] == 0 and isinstance(self.data["exporter"], str)
        frames = self.data["shared"]["frames"]
        assert len({json.dumps(f) for f in frames}) == len(frames)
        for f in frames:
            assert set(f) in ({"name"}, {"name", "file", "line"}), f
        [p] = self.data["profiles"]
        assert (p["type"], p["unit"], p["startValue"]) == ("sampled", "nanoseconds", 0)
        assert p["name"] == self.data["name"]
        assert len(p["samples"]) == len(p["weights"])
        assert all(type(w) is int and w > 0 for w in p["weights"])
        assert sum(p["weights"]) == p["endValue"]
        self.total = p["endValue"]
        self.stacks = [(tuple((frames[i]["name"], frames[i].get("line")) for i in stack), weight)
                       for stack, weight in zip(p["samples"], p["weights"])]
        self.files = {f.get("file") for f in frames}

    def share(self, *end):
        """Of the samples whose stacks end so."""
        return sum(w for s, w in self.stacks if s[-len(end):] == end) / self.total

    def share_within(self, frame):
        return sum(w for s, w in self.stacks if frame in s) / self.total


class Case(unittest.TestCase):
    def profile(self, program, *args, code=0, name="out.json", files=(), **how):
        with Files({"main.py": program, **dict(files)}) as d:
            before = set(os.listdir(d))
            r = run("-X", "profile=" + name, *args, *([] if "-c" in args else ["main.py"]), cwd=d,
                    **how)
            self.assertEqual(r.code, code, r.err)
            self.assertEqual(set(os.listdir(d)) - before, {name})
            self.result = r
            return Profile(os.path.join(d, name))


class Lines(Case):
    @statistical
    def test_hot_line(self):
        program = REPEAT + '''def hot(n):
    a = b = 0
    for i in range(n):
        b = i
        a = (a * 31 + b * 17 + (a ^ b)) % 1009 // 2 * 3 % 257 # hot
        b = a
    return a
def cold():
    return hot(2000) # call
repeat(cold) # start
'''
        p = self.profile(program)
        stack = [("<module>", line_of(program, "# start")), ("repeat", line_of(program, "f(*args)")),
                 ("cold", line_of(program, "# call")), ("hot", line_of(program, "# hot"))]
        at_least(p.share(*stack), 0.5)
        self.assertEqual(p.files - {None}, {"main.py"})  # None: a collection, say
        self.assertEqual(p.data["name"], "main.py")
        at_least(p.total, 250 * 10**6)

    @statistical
    def test_function_without_jumps(self):
        # The interpreter does not look at its flag in such a function.
        program = REPEAT + '''def straight(a):
''' + "    a = a * 3 % 1009 + a // 7\n" * 40 + '''    return a
def many():
    for i in range(100):
        straight(i)
repeat(many)
'''
        p = self.profile(program)
        inside = sum(w for s, w in p.stacks if s[-1][0] == "straight") / p.total
        at_least(inside, 0.5)
        at_least(len([s for s, w in p.stacks if s[-1][0] == "straight"]), 15)

    @statistical
    def test_operations_in_c(self):
        # These look at the flag themselves, rarely, or not at all.
        for operation in ("sum(range(20000))", "3 ** 5000", "sorted(data)",
                          "text.replace('a', 'bc')", "text in texts", "data * 10"):
            program = REPEAT + ("data = [i * 7919 %% 1009 for i in range(5000)]\n"
                                "text = 'abc' * 5000\ntexts = [text[:-1] + 'x'] * 200\n"
                                "def work():\n    x = 1\n    %s # work\n    x = 2\n"
                                "repeat(work)\n" % operation)
            p = self.profile(program)
            at_least(p.share_within(("work", line_of(program, "# work"))), 0.5, operation)

    @statistical
    def test_generator(self):
        program = REPEAT + '''def numbers():
    for i in range(1000):
        yield (i * 3 % 7 + i * 5 % 11) * 13 % 17 # yield
def outer():
    yield from numbers() # from
def consume():
    for x in outer(): # loop
        pass
repeat(consume)
'''
        p = self.profile(program)
        at_least(p.share(("consume", line_of(program, "# loop")),
                                   ("outer", line_of(program, "# from")),
                                   ("numbers", line_of(program, "# yield"))), 0.1)

    def test_called_from_c(self):
        program = REPEAT + '''class Thing:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return (self.n * 3 % 7, self.n) < (other.n * 3 % 7, other.n) # compare
    def key(self):
        return -(self.n * 31 % 1009 * 17 % 2003 + self.n % 11) # key
things = [Thing(i * 7919 % 1009) for i in range(500)]
def by_key():
    things.sort(key=Thing.key)
def by_itself():
    things.sort()
repeat(by_key)
repeat(by_itself)
'''
        p = self.profile(program)
        at_least(p.share(("by_key", line_of(program, "sort(key")), ("Thing.key", line_of(program, "# key"))), 0.1)
        at_least(p.share(("by_itself", line_of(program, "sort()")),
                                   ("Thing.__lt__", line_of(program, "# compare"))), 0.2)

    @statistical
    def test_module(self):
        program = REPEAT + "import other\nrepeat(other.work)\n"
        other = "def work():\n    return sum([i * i for i in range(1000)])\n"
        p = self.profile(program, files={"other.py": other})
        at_least(p.share_within(("work", 2)), 0.5)
        self.assertEqual({os.path.basename(f) for f in p.files if f}, {"main.py", "other.py"})

    @statistical
    def test_deep(self):
        program = REPEAT + '''def down(n):
    if n:
        return down(n - 1)
    return sum(range(300000))
repeat(down, 600)
'''
        p = self.profile(program)
        [deepest] = {s[:-1] for s, w in p.stacks if len(s) == 257 and s[-1] == ("down", 9)}
        self.assertEqual(deepest[0], ("<module>", 10))
        self.assertEqual(deepest.count(("<calls left out>", None)), 1)
        self.assertEqual(deepest.index(("<calls left out>", None)), 128)
        at_least(p.share(("down", 8), ("down", 9)), 0.5)

    @statistical
    def test_collector(self):
        program = REPEAT + '''import gc
kept = [[i] for i in range(20000)]
def work():
    gc.collect() # collect
repeat(work)
'''
        p = self.profile(program, "-X", "heapsize=4M")
        at_least(p.share(("work", line_of(program, "# collect")), ("<collector>", None)), 0.5)

    @statistical
    def test_compaction(self):
        program = REPEAT + '''import gc
def work():
    kept = [[i] for i in range(5000)]
    del kept[::2]
    gc.compact()
repeat(work)
'''
        p = self.profile(program)
        seen = {f[0] for s, w in p.stacks for f in s} & {"<module>", "repeat", "work", "<collector>"}
        at_least(len(seen), 3)
        at_least(p.share_within(("repeat", 5)), 0.9)

    @statistical
    def test_compiler(self):
        program = REPEAT + '''text = "def f(a, b):\\n    return [a + b * 2 for a in range(b)]\\n" * 50
repeat(compile, text, "x", "exec") # compile
'''
        p = self.profile(program)
        at_least(p.share(("repeat", 5), ("<compiler>", None)), 0.5)

    @statistical
    def test_code_that_dies(self):
        program = REPEAT + '''text = "def f(a):\\n    for i in range(3000):\\n        a += i\\n    return a\\nf(1)"
repeat(exec, text)
'''
        p = self.profile(program, "-X", "heapsize=128K")
        at_least(p.share(("<module>", 5), ("f", 3)) + p.share(("<module>", 5), ("f", 2)), 0.4)

    def test_sleep(self):
        program = "import time\nstart = time.ticks_ms()\ntime.sleep(0.4)\nprint(time.ticks_ms() - start)\n"
        p = self.profile(program)
        self.assertTrue(400 <= int(self.result.out) < 2000, self.result.out)
        self.assertLess(p.total, 300 * 10**6)


class Heap(Case):
    PROGRAM = REPEAT + '''import gc
class Thing:
    def __init__(self, n):
        self.list = [n, str(n)]
def work():
    for j in range(1000):
        kept = [Thing(i).list for i in range(100)] # make
        kept.sort(key=lambda x: -x[0])
    return kept
kept = work()
gc.disable()
before = gc.mem_alloc()
for i in range(1000000):
    i * 3 % 7
print(gc.mem_alloc() - before)
'''

    def allocated(self, *args):
        """What the program prints, and the count and bytes of all its allocations."""
        with Files({"main.py": self.PROGRAM}) as d:
            r = run(*args, "-X", "heapstat=stat.json", "main.py", cwd=d)
            with open(os.path.join(d, "stat.json"), encoding="utf-8") as f:
                stat = json.load(f)
            return r.out, stat["allocations"], stat["bytes"]

    def test_nothing_on_the_heap(self):
        """Hundreds of samples: each would show. What a collection finds dead may differ by a few cells."""
        out, count, size = self.allocated("-X", "profile=out.json")
        plain_out, plain_count, plain_size = self.allocated()
        self.assertEqual((out, plain_out), ("0\n", "0\n"))
        self.assertLess(abs(count - plain_count), 50)
        self.assertLess(abs(size - plain_size), 5000)

    @statistical
    def test_with_traced_allocations(self):
        p = self.profile(self.PROGRAM, "-X", "trace-alloc")
        at_least(p.share_within(("work", line_of(self.PROGRAM, "# make"))), 0.05)


class Ends(Case):
    WORK = REPEAT + "repeat(sum, range(1000), ms=50)\n"

    @statistical
    def test_codes(self):
        for end, code in (("", 0), ("raise SystemExit(3)", 3), ("raise KeyError", 1),
                          ("raise KeyboardInterrupt", 130), ("import sys; sys.exit('text')", 1),
                          ("x = [0] * 10**9", 1)):
            p = self.profile(self.WORK + end, code=code)
            at_least(p.share_within(("repeat", 5)), 0.5, end)

    @statistical
    def test_exit_callback(self):
        p = self.profile(REPEAT + "import sys\nsys.atexit(lambda: repeat(sum, range(1000)))\n")
        at_least(p.share_within(("<lambda>", 7)), 0.8)

    @statistical
    def test_ctrl_c(self):
        with Files({"main.py": "print('ready')\nwhile True: x = 1 + 2\n"}) as d:
            q = subprocess.Popen([*TARGET, "-X", "profile=o.json", "-i", "main.py"], cwd=d,
                                 stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE)
            time.sleep(0.5)
            q.send_signal(signal.SIGINT)
            _, err = q.communicate(b"")
            self.assertIn(b"KeyboardInterrupt", err)
            at_least(Profile(d + "/o.json").share(("<module>", 2)), 0.5)

    @statistical
    def test_ways_to_run(self):
        p = self.profile("", "-c", self.WORK)
        at_least(p.share_within(("repeat", 5)), 0.5)
        # None: the interpreter before and after the program, if a sample met it.
        self.assertEqual((p.data["name"], p.files - {None}), ("-c", {"<string>"}))
        with Files({"prog.py": self.WORK}) as d:
            self.assertEqual(run("-X", "profile=o.json", "-m", "prog", cwd=d).code, 0)
            self.assertEqual(Profile(d + "/o.json").data["name"], "-m prog")
            self.assertEqual(run("-X", "profile=o.json", stdin=self.WORK, cwd=d).code, 0)
            self.assertEqual(Profile(d + "/o.json").data["name"], "<stdin>")

    def test_short(self):
        p = self.profile("")
        self.assertLess(p.total, 10**9)

    def test_path_stays(self):
        with Files({"main.py": "import os\nos.mkdir('sub')\nos.chdir('sub')\n"}) as d:
            self.assertEqual(run("-X", "profile=o.json", "main.py", cwd=d).code, 0)
            Profile(d + "/o.json")

    def test_wrong_paths(self):
        for path in ("", "no/such/directory.json", "/", "/proc/x.json"):
            with Files({}) as d:
                r = run("-X", "profile=" + path, "-c", "print('ran')", cwd=d)
                self.assertEqual((r.code, r.out), (1, ""), path)
                self.assertRegex(r.err, r"^micropython: can't write '.*': [A-Z].*\n$")
                self.assertEqual(os.listdir(d), [])
        self.assertEqual(run("-X", "profile", "-c", "print('ran')").code, 1)

    def test_full_disk(self):
        for end, code in (("", 1), ("; import sys; sys.exit(4)", 4)):
            r = run("-X", "profile=/dev/full", "-c", "print('ran')" + end)
            self.assertEqual((r.code, r.out), (code, "ran\n"))
            self.assertRegex(r.err, r"^micropython: can't write '/dev/full': No space left.*\n$")


unittest.main()
