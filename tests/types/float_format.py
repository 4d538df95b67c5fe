# format() of floats: e, f, g, %, n, default, precision, alternate form, grouping, specials.
vals = (0.0, 1.0, -3.14159, 1234567.891, 1e-7, 1e20, 0.5)
for spec in ("", "f", ".0f", ".1f", ".3f", "e", ".2e", "E", ".0e", "g", ".3g", "G", "%", ".1%",
             "10.2f", "<10.2f", "^10.1f", "010.2f",
             "+.1f", " .1f", ",.2f", "_.1f", "#.0f", "#g", ".10g", "=+12.3f", "*>9.2f", "15", ".5",
             ".1", "015,.2f", ".0%"):
    print(repr(spec), [format(v, spec) for v in vals])
for v in (float("inf"), float("-inf"), float("nan")):
    print([format(v, s) for s in ("", "f", "e", "g", "F", "E", "08.2f", "+", ">6", "%", "<6f")])
print(f"{2.5:.0f} {3.5:.0f} {0.125:.2f} {0.375:.2f} {1e15:.1f} {123456789.0:g} {1e-5:g}")
print(f"{1e-4:g} {100000.0:g} {1e6:g}")
print(f"{1.5:.50f}", f"{1/3:.30f}", f"{1e23:.0f}", f"{2**0.5:.17g}", f"{1e100:.3e}",
      f"{5e-324:.5e}", f"{-0.0:.1f}", f"{-0.04:.1f}")
for spec in ("d", "x", "s", "c", "b", ".f", "5.5.5f", "fd", ",s", "+s"):
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(spec, "ValueError")
print("%f %.2f %e %g %G %5.1f|%-8.2f|%+f %08.3f" % (1.5, 2.345, 12345.678, 1e-10, 1e20, 3.14159,
      2.5, 1.0, -1.5))
