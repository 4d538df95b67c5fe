# Deleting items and slices.
def show(code):
    l = list(range(8))
    try:
        exec(code, {"l": l})
        print(code, l)
    except (IndexError, TypeError, ValueError) as e:
        print(code, type(e).__name__, e)
for code in ("del l[0]", "del l[-1]", "del l[3]", "del l[:]", "del l[2:5]", "del l[::2]",
             "del l[1::2]", "del l[::-1]", "del l[::-3]", "del l[5:1:-1]", "del l[5:1]",
             "del l[100:]", "del l[-3:]",
             "del l[:-3]", "del l[1:7:3]", "del l[7:0:-3]", "del l[8]", "del l[-9]", "del l['a']",
             "del l[::0]", "del l[1.0]", "del l[0], l[0], l[1:3]", "del l[10 ** 20]",
             "del l[-10 ** 20:2]", "del l[0:0]"):
    show(code)
l = [1, 2, 3]
del l[1:]
l += [5]
print(l)
n = 0
for a in range(-6, 7):
    for b in range(-6, 7):
        for c in (-3, -2, -1, 1, 2, 3):
            x = list(range(5))
            dropped = x[a:b:c]
            del x[a:b:c]
            assert sorted(x + dropped) == [0, 1, 2, 3, 4] and x == sorted(x)
            n += len(x)
print(n)
