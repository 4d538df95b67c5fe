# Unpacking inside list, tuple, set, dict displays, subscripts, return, yield, for.
a = [1, 2]
print([*a, 3, *a], (*a,), (*a, 0), {*a, 2, 5} == {1, 2, 5}, [*"xy", *range(2), *()])
print({**{"a": 1}, "b": 2, **{"a": 3}}, {"a": 0, **{}, **{"c": 4}})
t = *a, 4
print(t)
def r():
    return 0, *a
print(r())
def y():
    got = yield 5, *a
    yield *a, got
g = y()
print(next(g), g.send("s"))
for x in *a, 9:
    print(x, end=" ")
print()
class S:
    def __getitem__(self, k):
        return k
s = S()
print(s[*a], s[0, *a], s[*a, *a], s[*()], s[*a, 1:2])
d = {}
d[*a] = "v"
print(d, (1, 2) in d)
print([*{"k": 1}], [*{"k": 1}.items()], [*[*[*a]]])
for bad in ("[*1]", "{**1}", "{*1}", "(*1,)", "{**[1]}"):
    try:
        eval(bad)
    except TypeError:
        print(bad, "TypeError")
