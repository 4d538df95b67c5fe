# Recursion (direct, mutual, through containers), default argument sharing, call order.
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(15)])
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(77))
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def hanoi(n, a="a", b="b", c="c"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print(hanoi(3), len(hanoi(8)))
def flatten(x):
    for i in x:
        if isinstance(i, list): yield from flatten(i)
        else: yield i
print(list(flatten([1, [2, [3, [4]], []], 5])))
def perms(l):
    if not l: return [[]]
    return [[x] + p for i, x in enumerate(l) for p in perms(l[:i] + l[i + 1:])]
print(perms([1, 2, 3]))
def acc(v, memo={}):
    memo[v] = memo.get(v, 0) + 1
    return memo
acc(1); acc(1)
print(acc(2), acc(1, {}))
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(300))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(10))
def collatz(n, steps=0): return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1,
    steps + 1)
print(collatz(27))
