# while with else, break, continue.
n = 0
while n < 3:
    n += 1
else:
    print("else", n)
while True:
    n += 1
    if n % 2:
        continue
    if n > 7:
        break
    print(n, end=" ")
else:
    print("not reached")
print("end", n)
while 0:
    pass
else:
    print("else of never-run")
def find(l, v):
    i = 0
    while i < len(l):
        if l[i] == v:
            break
        i += 1
    else:
        return -1
    return i
print(find([1, 2, 3], 2), find([], 1))
i = j = 0
while i < 3:
    j = 0
    while True:
        j += 1
        if j > i: break
        if j == 2: continue
    i += 1
print(i, j)
while i: i -= 1
else: print("one-line else")
