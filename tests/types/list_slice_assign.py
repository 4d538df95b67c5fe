# Assigning to slices: growing, shrinking, extended, from any iterable, from itself.
def show(code):
    l = list(range(6))
    try:
        exec(code, {"l": l})
        print(code, l)
    except (ValueError, TypeError) as e:
        print(code, type(e).__name__, e, l)
for code in ("l[1:3] = ['a']", "l[1:3] = 'wxyz'", "l[2:2] = [9, 9]", "l[:] = []", "l[10:] = [7]",
             "l[-1:] = ()", "l[4:1] = ['i']", "l[:0] = {1: 2}",
             "l[::2] = 'abc'", "l[::-1] = range(6)", "l[::2] = [1]", "l[1::3] = (0, 0)",
             "l[5:0:-2] = 'xyz'", "l[::1] = [1]", "l[1:2] = l", "l[:] = l",
             "l[2:4] = (x for x in 'gen')", "l[::2] = 5", "l[::2] = 'ab'",
             "l[5:1:2] = [1]", "l[5:1:2] = []", "l[-3:-1] = 'Q'",
             "l[::0] = []", "l['a':] = []", "l[0] = l[1:]", "l[-100:100] = [1]", "l[::-2] = l[::2]",
             "l[1:] = l[:-1]", "l[3:] = l", "l[:3] = l[3:]"):
    show(code)
l = [1, 2, 3]
m = l
l[1:2] = [8, 9]
print(m is l, m)
l[len(l):] = [10]
l[:0] = [0]
print(l)
for k, v in ((7, 0), (-8, 0), ("a", 0), (1.5, 0)):
    try:
        l[k] = v
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
