# Domain, range and type errors of math.
import math
class F:
    def __float__(self): return 4.0
class C:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
class I:
    def __index__(self): return 6
print(math.sqrt(F()), math.floor(C()), math.ceil(C()), math.trunc(C()), math.gcd(I(), 4),
      math.factorial(I()), math.sqrt(True), math.sin(I()) == math.sin(6))
for code in ("sqrt(-1)", "log(0)", "log(-1)", "log(0.0)", "log2(0)", "log10(-5)", "log1p(-1)",
             "acos(2)", "asin(-2)", "acosh(0.5)", "atanh(1)", "gamma(0)", "gamma(-1)", "lgamma(0)",
             "exp(1000)", "cosh(1000)", "pow(0, -1)", "pow(-8, 1/3)", "pow(10, 400)",
             "fmod(1, 0)", "fmod(inf, 1)", "remainder(1, 0)", "sin(inf)", "cos(inf)", "tan(-inf)",
             "ldexp(1, 5000)", "factorial(-1)", "factorial(1.5)", "factorial('a')", "isqrt(-1)",
             "isqrt(2.0)", "comb(-1, 2)", "comb(2, -1)", "perm(1.5)", "gcd(1.5)", "gcd('a')",
             "lcm(None)", "sqrt('a')", "sqrt()", "sqrt(1, 2)", "sqrt(None)", "sqrt(1j)",
             "floor('a')", "floor(nan)", "ceil(inf)", "trunc('x')", "log(10, 1)", "log(1, 0)",
             "log('x')", "sqrt(10 ** 400)", "isnan('a')", "hypot('a')", "fsum(['a'])", "fsum(5)",
             "prod(5)",
             "atan2(1)", "frexp('a')", "copysign(1)", "dist((1,), (1, 2))",
             "isclose(1, 1, rel_tol=-1)", "exp('a')", "degrees([])", "modf(None)", "nope(1)",
             "expm1(1000)", "floor()", "pow(2)", "log2(-inf)"):
    try:
        print(code, eval("math." + code, {"math": math, "inf": math.inf, "nan": math.nan}))
    except (ValueError, OverflowError, TypeError, ZeroDivisionError, AttributeError) as e:
        print(code, type(e).__name__, end="; ")
print()
print(math.exp(-1000), math.tanh(1000), math.atan(math.inf) > 1.5, math.erf(10), math.erfc(30) >= 0,
      math.pow(1, math.nan), math.pow(math.inf, 0), math.sqrt(math.inf), math.log(math.inf),
      math.hypot(math.inf, math.nan), math.isnan(math.sqrt(math.nan)))
