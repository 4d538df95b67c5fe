# Flags of compile() that change nothing are taken; what is not known, or not there, is refused.

for flags in (0, 0x10, 0x100000, 0x1000000, 0x200, 0x1000):
    print(flags, eval(compile("1 + 1", "f", "eval", flags)), eval(compile("2", "f", "eval", flags=flags, dont_inherit=True)))
for flags in (1, 0x10000, 1 << 30, -1, 0x400, 0x2000):
    try:
        compile("1", "f", "eval", flags)
        print("taken")
    except ValueError as e:
        print(e)
for level in (-2, 3, 2 ** 31 - 1):
    try:
        compile("1", "f", "eval", optimize=level)
    except ValueError as e:
        print(e)
for level in (-1, 0, 1, 2):
    print(level, eval(compile("__debug__", "f", "eval", optimize=level)))
try:
    compile("1", "f", "eval", "x")
except TypeError as e:
    print(e)
