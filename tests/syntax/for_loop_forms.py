# for over every iterable kind, target forms, else, loop variable after the loop.
for i in range(3): print(i, end=" ")
print(i)
for a, (b, c) in [(1, (2, 3)), (4, "xy")]:
    print(a, b, c, end=" | ")
print()
for x in []:
    pass
else:
    print("else on empty")
for x in "abc":
    if x == "b": break
else:
    print("never")
print(x)
for x in 1, 2, 3: print(x, end=",")
print()
l = [1, 2, 3]
for x in l:
    if x < 10 and len(l) < 6: l.append(x * 10)
print(l)
for k in {"a": 1, "b": 2}: print(k, end=" ")
for k, v in {"a": 1}.items(): print(k, v, end=" ")
for b in b"AB": print(b, end=" ")
print()
r = range(3)
for r in r:
    print(r, end=" ")
print(r)
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 1: break
        print(i, j, end="; ")
    else:
        print("inner done")
try:
    for x in 5: pass
except TypeError as e:
    print(e)
for x in iter(int, 1):
    break
print(x)
