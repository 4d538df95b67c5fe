# Programs on integers: digits, primes, gcd, base conversion, Collatz, perfect powers.
def digits(n, b=10):
    out = []
    while n: n, r = divmod(n, b); out.append(r)
    return out[::-1] or [0]
print(digits(0), digits(1234), digits(2 ** 70, 16), digits(10 ** 20, 7)[:5])
def is_prime(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([n for n in range(60) if is_prime(n)], is_prime(2 ** 61 - 1), is_prime(2 ** 67 - 1),
      is_prime(2 ** 127 - 1))
def egcd(a, b): return (a, 1, 0) if not b else (lambda g, x,
    y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(240, 46), egcd(10 ** 30, 3 ** 40))
def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x: return x
        x = y
print(isqrt(10 ** 60), isqrt(2 * 10 ** 100), [isqrt(n) for n in (1, 2, 3, 4, 99, 100)])
def pi_digits(n):
    q, r, t, k, m, x, out = 1, 0, 1, 1, 3, 3, []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            n2 = (q * (7 * k + 2) + r * x) // (t * x)
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, n2, x + 2
    return "".join(map(str, out))
print(pi_digits(60))
