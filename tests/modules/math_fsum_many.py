# Sums with more than a thousand parts that do not overlap.
import math

for n in (10, 63, 64, 65, 500):
    x = [2.0 ** (i % 60) * (1 if i % 3 else -1) for i in range(n)]
    print(n, math.fsum(x) == math.fsum(reversed(x)) == float(sum(map(int, x))))
total = math.fsum(math.exp(-x * x / 2e4) for x in range(-2000, 2000))
print(round(total, 3))
