# Every augmented assignment, its targets, and single evaluation of the target.
x = 7
x += 3; print(x, end=" ")
x -= 1; print(x, end=" ")
x *= 4; print(x, end=" ")
x //= 5; print(x, end=" ")
x **= 2; print(x, end=" ")
x %= 10; print(x, end=" ")
x <<= 3; print(x, end=" ")
x >>= 1; print(x, end=" ")
x |= 65; print(x, end=" ")
x &= 127; print(x, end=" ")
x ^= 255; print(x, end=" ")
x /= 4; print(x)
calls = []
def idx():
    calls.append(1)
    return 0
l = [[1], 2]
l[idx()] += [2]
print(l, len(calls))
alias = l
alias += (3,)
print(l is alias, l)
t = (1,)
u = t
u += 2,
print(t, u)
class C:
    n = 1
o = C()
o.n += 1
print(o.n, C.n)
t = ([],)
try:
    t[0] += [1]
except TypeError:
    print("TypeError", t)
s = "ab"
s *= 2
s += "c" "d"
print(s)
d = {}
try:
    d["k"] += 1
except KeyError as e:
    print("KeyError", e)
