# Every bit of a double's range as a part of its own.
import math

parts = [2.0 ** i for i in range(-1074, 1023, 2)]
print(len(parts), math.fsum(parts), math.fsum(parts + [-x for x in parts]), math.fsum(reversed(parts)) == math.fsum(parts))
print(math.fsum(math.exp(-x * x / 2e4) for x in range(-2000, 2000)))
