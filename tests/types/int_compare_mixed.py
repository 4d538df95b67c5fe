# Comparison and equality across int, bool, float, complex, exact for large values.
print(1 == 1.0, 1 == True, 2 == True, 0 == False, 1 == 1 + 0j, 1 != "1", 1 == "1", 0 == None)
for n in (24, 53):
    print(2 ** n == float(2 ** n), 2 ** n + 1 == float(2 ** n), 2 ** n + 1 > float(2 ** n),
          2 ** n - 1 < 2.0 ** n)
print(10 ** 400 > 1e30, -10 ** 400 < -1e30, 10 ** 400 < float("inf"), 10 ** 400 == float("inf"),
      10 ** 400 > float("nan"))
print(10 ** 10 == 1e10, 3 ** 40 == 3.0 ** 40, 2 ** 120 + 1 < 2.0 ** 120, 2 ** 120 + 1 > 2.0 ** 120,
      2 ** 120 == 2.0 ** 120, 0 == -0.0)
print(1 < 1.5 < 2, -1 > -1.5, 3 <= 3.0 <= 3, 5 >= 5.1, True < 2, False <= 0.0, True > 0.5)
print(max(1, 1.0), max(1.0, 1), min(2, True), sorted([3, 2.5, True, 10 ** 20, -1e10]),
      {1, 1.0, True}, {2 ** 53: "a"}[2.0 ** 53])
print(2 ** 62 < 2 ** 63 < 2 ** 64, -2 ** 64 < -2 ** 63, 2 ** 64 == 2 ** 64,
      10 ** 20 != 10 ** 20 + 1)
for op in ("<", "<=", ">", ">="):
    for other in ("1j", "'a'", "None", "[]"):
        try:
            print(eval("1 %s %s" % (op, other)))
        except TypeError:
            print("T", end="")
print()
print(hash(7) == 7, hash(7.0) == 7,
    hash(0.5) == hash(1 / 2))
print(1 .__eq__(1.0), 1 .__lt__(2.0), (1).__eq__(1), (1.0).__eq__(1), (1).__lt__("a"))
