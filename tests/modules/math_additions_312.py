# math.sumprod (3.12), fma (3.13), nextafter with steps (3.12).
import math
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([], []), math.sumprod([0.5, 2], [4, 1.5]))
try:
    math.sumprod([1], [1, 2])
except ValueError as e:
    print(type(e).__name__)
print(math.fma(2.0, 3.0, 4.0), math.fma(0.1, 10, -1) != 0.1 * 10 - 1)
print(math.nextafter(1.0, 2.0, steps=2) == 1.0 + 2 * math.ulp(1.0),
      math.nextafter(1.0, 1.0, steps=5))
try:
    math.nextafter(1.0, 2.0, steps=-1)
except ValueError:
    print("ValueError")
