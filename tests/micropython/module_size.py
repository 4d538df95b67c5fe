# What the code of classes and functions keeps: a class of three methods and a handler function.
import gc
import sys

SOURCE = '''
class Sensor%d:
    """A sensor."""
    SCALE = %d * 3
    def __init__(self, pin, name="s%d"):
        self.pin = pin
        self.name = name
        self.samples = []
    def read(self, raw):
        v = (raw * self.SCALE + 3) / 4096
        if v < 0:
            raise ValueError("negative reading from {}".format(self.name))
        self.samples.append(v)
        return v
    def mean(self):
        total = 0
        for s in self.samples:
            total += s
        return total / (len(self.samples) or 1)

def handle_%d(msg, *args, **kwargs):
    try:
        out = [x * 2 for x in args if x > 1]
        return msg + str(len(out)) + kwargs.get("suffix", "")
    except (TypeError, KeyError) as e:
        print("error", e)
        return None
'''
names = {}

def run(i):
    exec(SOURCE % (i, i, i, i), names)

def used():
    gc.collect()
    return gc.mem_alloc()

for i in range(1000, 1008):
    run(i)
before = used()
for i in range(1008, 1040):
    run(i)
pair = (used() - before) / 32
wide = sys.maxsize > 2**32
limit = 1290 if wide else 880
print("kept" if pair <= limit else pair)
# Functions that are compiled together share their constants.
def run_many(first):
    exec("".join([SOURCE % (i, i, i, i) for i in range(first, first + 8)]), names)

run_many(2000)
before = used()
for first in range(2008, 2264, 8):
    run_many(first)
pair = (used() - before) / 256
limit = 1110 if wide else 795
print("kept" if pair <= limit else pair)
sensor = names["Sensor1039"](1)
print(sensor.read(4096) == 3117 + 3 / 4096, sensor.mean() == sensor.samples[0], sensor.name)
print(names["handle_1000"]("n", 1, 2, 3, suffix="!"), names["handle_1000"](1))
