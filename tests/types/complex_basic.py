# complex: construction, parsing, arithmetic, repr, comparison, methods.
print(complex(), complex(1), complex(1, 2), complex(1.5, -2.5), 3j, -3j, 1 + 2j, complex("1+2j"),
      complex(" -3.5j "), complex("(1-1j)"))
print(complex("1e3"), complex("j"), complex("-j"), complex("1+j"), complex("inf"), complex("nanj"),
      complex(True, 2), complex(imag=4))
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, -a, +a, abs(a), a.real, a.imag, a.conjugate(),
      a == 3 + 4j, a != b, a == 3)
print(a + 1, 1 + a, a * 2.5, 2 / b, a - 0.5, a ** 0, a ** -1, 2 ** b != 0, bool(0j), bool(1j),
      a == complex(3, 4), 5 == 5 + 0j)
print(1j * 1j, (1 + 1j) ** 3, (-1) ** 0.5 != 0, 1j ** 2, abs(-3j), hash(3 + 0j) == hash(3),
      {1 + 0j: "x"}[1], [1j, 2j])
for f in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: int(a), lambda: float(a),
          lambda: a / 0, lambda: 0j ** -1,
          lambda: complex("1 + 2j"), lambda: complex("a"), lambda: complex("1", 2),
          lambda: complex(""), lambda: divmod(a, b),
          lambda: complex([]), lambda: round(a), lambda: complex("1+2jj")):
    try:
        print(f())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, end=" ")
print()
print(f"{a} {a:.2f} {a:>12} {1.5j:e} {a!r}", str(a), repr(-0.5j), "%s" % a, format(1 + 2j, ".1f"))
print(complex(0.0, -0.0), complex(-0.0, 0.0), complex(float("inf"), 1), complex(1, float("nan")),
      1e20j, 1e16 + 1j)
class C:
    def __complex__(self): return 1 + 1j
class F:
    def __float__(self): return 2.5
print(complex(C()), complex(F()), complex(1, F()))
class T(str):
    def __complex__(self): return 1 + 1j
print(complex(T("2+1j")))
