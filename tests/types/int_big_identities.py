# Algebraic identities of large integers.
seed = 12345
def rnd(bits):
    global seed
    v = 0
    for _ in range(bits // 16 + 1):
        seed = (seed * 1103515245 + 12345) % 2147483648
        v = v << 16 | seed >> 8 & 0xffff
    return v & (1 << bits) - 1
total = 0
for bits in (10, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 500, 1000, 3000):
    a, b, c = rnd(bits) + 1, rnd(bits // 2 + 3) + 1, rnd(bits + 7)
    assert (a + b) * (a - b) == a * a - b * b
    assert (a + b) ** 2 == a * a + 2 * a * b + b * b
    assert a * (b + c) == a * b + a * c
    q, r = divmod(c, b)
    assert q * b + r == c and 0 <= r < b
    q, r = divmod(-c, b)
    assert q * b + r == -c and 0 <= r < b
    q, r = divmod(c, -b)
    assert q * -b + r == c and -b < r <= 0
    assert (a << 37) >> 37 == a and a << 3 == a * 8 and -a >> 1 == -a // 2
    assert a ^ b ^ b == a and (a & b) + (a | b) == a + b and ~a == -a - 1
    assert int(str(a)) == a and int(hex(c), 16) == c and int(bin(b), 2) == b and int(oct(a), 8) == a
    assert a.from_bytes(a.to_bytes(400, "big"), "big") == a
    assert pow(a, 5, b) == a ** 5 % b
    total = (total * 7 + a * b - c) % 1000000007
    print(bits, total)
