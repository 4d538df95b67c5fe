# The format mini-language on strings and common rules.
for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", "10s", ".2", ".2s", "10.2", "^10.2s",
             "010", "é>5", "#>6", "<<5", ">>5", "=<5", "0<6", " ^7", "\n>4",
             "10.0"):
    print(repr(spec), repr(format("abc", spec)), repr(format("é日", spec)))
for spec in ("d", "=10", "+", ",", " ", "#", "q", "10.", ".s", "x", "-5", "1x", "ss", "5.2.1",
             "**^5"):
    try:
        print(spec, repr(format("abc", spec)))
    except ValueError as e:
        print(spec, "ValueError")
for v, spec in ((None, ""), ([1], ""), (True, ""), (True, "5"),
                (True, "d"), (b"x", ""), ((), ""), (len, "")):
    print(repr(format(v, spec))[:40])
for v, spec in ((None, "5"), ([1], ">3"), ((1,), "s"), (b"x", "s"), ({}, "d")):
    try:
        format(v, spec)
    except TypeError as e:
        print(e)
try:
    format(1, 5)
except TypeError as e:
    print("TypeError")
print(format("x", "5").__class__.__name__, format(5), format("a", ""), f"{'abc':>{1 + 4}}",
      f"{'x':{'-'}{'^'}{9}}")
print("{:<5}{:>5}".format("ab", "cd"), "{:03}".format("a"), "{:>03}".format("a"), f"{'日本':5}|",
      f"{'':5}|", f"{'long text':3}|")
