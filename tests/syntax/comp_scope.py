# Comprehension variables are local; the first iterable is evaluated outside.
x = "outer"
print([x for x in range(3)], x)
def f():
    y = 10
    r = [y + i for i in range(2)]
    return r, "i" in locals()
print(f())
class C:
    items = [1, 2, 3]
    n = 2
    doubled = [i * 2 for i in items]
    try:
        bad = [i * n for i in items]
    except NameError as e:
        bad = str(e)
print(C.doubled, C.bad)
n = 100
class D:
    n = 2
    g = [n for _ in range(1)]
print(D.g)
fs = [lambda: j for j in range(3)]
print([g() for g in fs])
g = (1 // z for z in (1, 0))
print(next(g))
try:
    next(g)
except ZeroDivisionError:
    print("lazy error")
try:
    (q for q in undefined_thing)
except NameError as e:
    print("eager:", e)
def h(seq):
    return [[a * b for b in seq if b > a] for a in seq]
print(h([1, 2, 3]))
def k():
    v = 1
    r = [(v := v + i) for i in range(4)]
    return r, v
print(k())
