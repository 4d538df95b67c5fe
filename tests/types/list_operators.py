# + * comparison, in, iteration while growing, nested repetition, unpacking equality.
a, b = [1, 2], [3]
print(a + b, a * 2, 2 * a, a * 0, a * -1, [] * 5, a + [], [[0] * 2] * 2, a == [1, 2], a == (1, 2),
      a != b)
print([1, 2] < [1, 3], [1] < [1, 2], [] < [0], [2] > [1, 9], [1, 2] <= [1, 2], [1, 2] >= [1, 2, 0],
      [1, "a"] == [1, "a"], [1, 2] < [1, 2.5], [True] == [1])
print(2 in a, 5 in a, [1] in [[1]], None in [None], "a" not in a, 1.0 in a, True in a)
x = [[0] * 3] * 2
x[0][0] = 9
print(x)
for f in (lambda: a + (1,), lambda: a + "b", lambda: a * "2", lambda: a * 1.5, lambda: a < (1,),
          lambda: a - b, lambda: [1] < ["a"], lambda: [1, 2] < [1, None], lambda: -a,
          lambda: (1,) + a, lambda: a * a, lambda: hash(a)):
    try:
        print(f())
    except TypeError as e:
        print(e)
s = a
s += (9,)
s += "z"
s *= 2
print(a, s is a)
l = [3]
for v in l:
    if v: l.append(v - 1)
print(l, len(l), bool([]), bool([[]]), max([1, 5, 2]), min([[2], [1, 1]]), sum([[1], [2]], []),
      any([0, []]), all([]))
print(repr([None, True, 1.5, "s", b"b", (1,), {"k": []}, {1}, ...]), str([]), [[], [[]]], ["it's"])
i = iter([1, 2, 3])
print(next(i), list(i), list(i), [*zip([1, 2], "ab")], [1, 2, 3].__len__(), [1, 2].__contains__(2),
      [5].__getitem__(0), [1].__add__([2]))
