# SPDX-License-Identifier: MIT
# % with nothing between it and the conversion: counts of arguments, kinds of ints and strings.


class Number(int):
    def __str__(self):
        return "number"


class Text(str):
    def __str__(self):
        return "text"


for args in ((), (1,), (1, 2), (1, 2, 3), 1, "a", ("a", 1), ("a", "b"), (True, None), {}, {"a": 1}, [1], (2**40, 2**70),
             (-1, -(2**62)), (Number(5), Text("t")), Number(5), Text("t"), (2.5, 3), ("\u00e9", "\u20ac"), ("x" * 40, 10**18)):
    for form in ("%s-%s", "%d.%d", "%s", "%d", "[%s|%%|%d]", "%s%(a)s", "%(a)s%s", "%(a)s%d"):
        try:
            print(form % args)
        except (TypeError, KeyError) as e:
            print(form, type(e).__name__, e)
for form, args in ((b"%d:%s", (1, b"a")), (b"%s", b"x"), (b"%d", -7)):
    print(form % args)
print([str(n) for n in (0, 9, 10, -10, 99, 100, 2**30, -(2**30), 2**31, 10**18, 2**61, -(2**62) - 1)])
print(["%x %o" % (n, n) for n in (0, 255, -256, 2**33)], bin(10), hex(-255), oct(8))
