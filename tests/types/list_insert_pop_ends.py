# A list as stack and queue, with many insertions and removals at both ends.
l = []
for i in range(300):
    l.insert(0, i)
    l.append(-i)
    if i % 3 == 0:
        l.pop()
        l.pop(0)
print(len(l), l[:4], l[-4:], sum(l))
while len(l) > 10: l.pop(len(l) // 2)
print(l)
q = list(range(10))
for _ in range(25): q.append(q.pop(0))
print(q)
for i in (-100, -1, 0, 5, 100): q.insert(i, "i%d" % i)
print(q)
s = []
for c in "(()[]{()})":
    if c in "([{": s.append(c)
    else: print(s.pop() + c, end=" ")
print(s)
m = [[]] * 3
m[0].append(1)
n = [[] for _ in range(3)]
n[0].append(1)
print(m, n)
