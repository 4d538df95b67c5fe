# SPDX-License-Identifier: MIT
# The import of a large module from its source, again and again: reading, compiling and running 80
# classes and 160 functions. CPython may keep no compiled code.
# small: 1
import os
import sys

N, EXPECTED = 17, 30499
CLASSES = 80
PIECE = '''
class Device{0}:
    """Keeps the last values of device {0}."""

    scale = {0} * 2 + 1
    names = ("in{0}", "out{0}")

    def __init__(self, port, room=8):
        self.port = port
        self.room = room
        self.values = []

    def add(self, raw):
        value = (raw * self.scale + {0}) % 4096
        if value < 0:
            raise ValueError("device {0}: {{}}".format(raw))
        self.values.append(value)
        while len(self.values) > self.room:
            self.values.pop(0)
        return value

    def average(self):
        return sum(self.values) // (len(self.values) or 1)


def filter_{0}(values, low=0, high={0}):
    return [v for v in values if low <= v < high]


def report_{0}(device, **options):
    try:
        text = "%s: %d" % (device.names[0], device.average())
        return options.get("prefix", "") + text
    except (KeyError, TypeError) as e:
        return str(e)
'''


def main(n):
    name = "bench_large_%d" % os.getpid()
    folder = os.getenv("TMPDIR") or "/tmp"
    path = folder + "/" + name + ".py"
    with open(path, "w") as f:
        for i in range(CLASSES):
            f.write(PIECE.format(i))
    sys.dont_write_bytecode = True
    sys.path.append(folder)
    total = 0
    try:
        for i in range(n):
            module = __import__(name)
            device = getattr(module, "Device%d" % (i % CLASSES))(3)
            total += device.add(i * 100) + len(module.report_7(device, prefix="> "))
            del sys.modules[name]
    finally:
        os.remove(path)
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
