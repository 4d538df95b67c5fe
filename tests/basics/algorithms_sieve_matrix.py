# Small programs: sieve, matrix product, string building, sorting by hand, binary search.
def sieve(n):
    s = bytearray([1]) * (n + 1)
    s[0:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if s[i]: s[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, v in enumerate(s) if v]
p = sieve(1000)
print(len(p), p[:10], p[-3:])
def mul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
print(mul([[1, 2], [3, 4]], [[5, 6], [7, 8]]), mul([[1, 0], [0, 1]], [[9, 8], [7, 6]]))
def qsort(l): return l if len(l) < 2 else qsort([x for x in l[1:]
    if x < l[0]]) + [l[0]] + qsort([x for x in l[1:] if x >= l[0]])
print(qsort([3, 6, 1, 8, 2, 9, 2]))
def bisect(l, x):
    lo, hi = 0, len(l)
    while lo < hi:
        mid = (lo + hi) // 2
        if l[mid] < x: lo = mid + 1
        else: hi = mid
    return lo
print([bisect(p, x) for x in (1, 2, 100, 997, 5000)])
def roman(n):
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
                 (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= v: out, n = out + s, n - v
    return out
print(roman(1994), roman(2026), roman(4))
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(1071, 462), gcd(2 ** 60, 6 ** 20))
words = "the quick brown the lazy dog the end quick".split()
count = {}
for w in words: count[w] = count.get(w, 0) + 1
print(sorted(count.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
print("".join(chr((ord(c) - 97 + 13) % 26 + 97) if c.isalpha() else c for c in "hello world"))
print([[1 if (i ^ j) & 1 else 0 for j in range(4)] for i in range(3)],
      sum(int(d) for d in str(2 ** 100)))
