# floor, ceil, trunc, gcd, lcm, factorial, comb, perm, isqrt, prod, fsum, fmod, modf, frexp, ldexp.
import math
print([math.floor(x) for x in (1.5, -1.5, 2, -0.0, 2.0 ** 70, True)],
      [math.ceil(x) for x in (1.5, -1.5, 2, 2.0 ** 70)], [math.trunc(x) for x in (1.9, -1.9, 3)])
print(math.gcd(), math.gcd(12), math.gcd(12, 18), math.gcd(-4, 6), math.gcd(0, 0),
      math.gcd(2 ** 100, 6 ** 50), math.gcd(12, 18, 27), math.lcm(), math.lcm(4, 6), math.lcm(0, 5),
      math.lcm(2, 3, 7), math.lcm(-3, 4))
print([math.factorial(i) for i in (0, 1, 5, 20, 25)], math.comb(5, 2), math.comb(50, 25),
      math.comb(3, 5), math.perm(5, 2), math.perm(5), math.perm(3, 4),
      [math.isqrt(n) for n in (0, 1, 3, 4, 10 ** 40, 10 ** 40 - 1)])
print(math.prod([1, 2, 3]), math.prod([]), math.prod([2.5, 2]), math.prod([1, 2], start=10),
      math.fsum([0.1] * 10), math.fsum([1e30, 1, -1e30]), math.fsum([]))
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.fmod(-0.0, 1), math.remainder(7, 4),
      math.remainder(5, 2), math.modf(3.25), math.modf(-3.25), math.modf(math.inf))
print(math.frexp(8), math.frexp(0.125), math.frexp(-3), math.frexp(0), math.ldexp(0.5, 4),
      math.ldexp(1, -100) == 2.0 ** -100, math.ldexp(1, -1080), math.copysign(3, -0.0), math.copysign(-3, 1),
      math.fabs(-2), math.fabs(-0.0))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isfinite(math.inf),
      math.isclose(1, 1 + 1e-12), math.isclose(1, 1.1), math.isclose(0, 1e-10),
      math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(1, 2, rel_tol=0.5),
      math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan))
print(math.nextafter(1, 2) > 1, math.nextafter(0, 1) == math.ulp(0.0) > 0,
      1 + math.ulp(1.0) == math.nextafter(1, 2),
      type(math.floor(2.5)).__name__, math.floor(-0.5), math.ceil(-0.5))
