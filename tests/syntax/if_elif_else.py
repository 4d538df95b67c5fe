# if / elif / else, nesting, one-line suites, truthiness.
def f(x):
    if x < 0:
        return "neg"
    elif x == 0:
        return "zero"
    elif x < 10:
        if x % 2:
            return "odd"
        else:
            return "even"
    else:
        return "big"
print([f(v) for v in (-1, 0, 3, 4, 10)])
if 1: print("a"); print("b")
if 0: print("c"); print("d")
else: print("e")
for v in (0, 1, "", "0", [], [0], None, (), ((),), {}, {0: 0}, set(), 0.0, -0.0, 1e-30, 0j, b"",
          range(0), range(1), len, float("nan"), False, ..., NotImplemented is None):
    if v:
        print("T", end="")
    elif not v:
        print("F", end="")
print()
x = 5
if x > 3 and x < 10 or x == 100: print("in range")
if not x: pass
elif x: print("elif one line")
print("yes" if x else "no", ("a" if x > 9 else "b" if x > 4 else "c"))
