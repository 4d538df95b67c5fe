# bool: construction, arithmetic, formatting, logic, subclass rules.
print(bool(), bool(0), bool(2), bool("0"), bool([]), bool(None), True is bool(1),
      bool(True) is True)
print(True + True, True - 1, True * 3, True / 2, True // 1, -True, +False, abs(True), True ** 2,
      1 << True)
print(True & False, True | False, True ^ True, True & 1, 1 | False, type(True & True),
      type(True & 1))
print(True == 1, True == 1.0, False < True, True > 0.5, sorted([True, False, 0.5]))
print(str(True), repr(False), f"{True}", f"{True:d}", f"{True:>6}|",
      "%s %d %r" % (True, True, True))
print(int(True), float(False), complex(True), [10, 20][True], "ab"[False], range(True),
      {True: "t"}[1])
print(isinstance(True, int), issubclass(bool, int), bool.__mro__, type(True).__name__,
      True.__class__)
print(True.real, True.bit_length(), True.conjugate(), (True).to_bytes(1, "big"), hash(True),
      sum([True, True]))
try:
    class B(bool): pass
except TypeError as e:
    print(e)
for code in ("True = 1", "True.x = 1", "bool(1, 2)", "bool(x=1)", "del True"):
    try:
        exec(code)
    except (SyntaxError, TypeError, AttributeError) as e:
        print(code, type(e).__name__)
print(not True, not 0, not not "x", True and False, True or False, all([]), any([]))
