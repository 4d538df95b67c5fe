# Values of the functions of math, rounded to what single floats give, too.
import math
def r(x): return float("%.5g" % x)
for f in (math.sqrt, math.exp, math.sin, math.cos, math.tan, math.atan, math.sinh, math.cosh,
          math.tanh, math.asinh, math.erf, math.erfc, math.expm1, math.cbrt, math.exp2):
    print(f.__name__, [r(f(x)) for x in (0.0, 0.5, 1, 2.25)])
for f in (math.log, math.log2, math.log10, math.log1p, math.gamma, math.lgamma):
    print(f.__name__, [r(f(x)) for x in (0.5, 1, 2, 10)])
for f in (math.asin, math.acos, math.atanh):
    print(f.__name__, [r(f(x)) for x in (-0.5, 0.0, 0.25)])
print(r(math.acosh(2)), r(math.log(8, 2)), r(math.log(100, 10)), math.log2(1024), math.log10(1000),
      r(math.log(10 ** 400)), math.log2(2 ** 2000), r(math.log10(10 ** 500)))
print(math.pow(2, 10), math.pow(2, -1), math.pow(0, 0), r(math.hypot(3, 4)), r(math.hypot(1, 2, 2)),
      math.hypot(), r(math.atan2(1, -1)), math.atan2(0, 1), r(math.atan2(-0.0, -1)),
      r(math.dist((0, 0), (3, 4))))
print(math.degrees(math.pi), r(math.radians(180)), r(math.pi), r(math.e), r(math.tau), math.inf,
      math.nan, -math.inf)
