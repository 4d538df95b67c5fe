# Building long strings; += keeps the old value of other names.
s = ""
for i in range(1000): s += str(i % 10)
print(len(s), s[:12], s[-3:], s.count("7"))
t = s
s += "!"
print(len(t), len(s), t == s[:-1])
u = "é"
for _ in range(10): u += u
print(len(u), len(u.encode()), u == "é" * 1024)
parts = []
for i in range(500): parts.append("%03d" % i)
j = ",".join(parts)
print(len(j), j[:11], j.split(",")[250], j.rsplit(",", 1)[1])
a = b = "x"
a += "y"
print(a, b)
d = {"k": "v"}
d["k"] += "w"
l = ["p"]
l[0] += "q"
class C: s = "r"
o = C()
o.s += "t"
print(d, l, o.s, C.s)
print("".join(sorted("the quick brown fox")).strip(), "-".join("abc"[::-1]), "ab" * 3 + "c")
