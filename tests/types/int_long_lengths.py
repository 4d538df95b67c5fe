# SPDX-License-Identifier: MIT
# Sums, products, quotients, shifts and text of ints of every length from 1 to 12 limbs and some longer, odd and even
# lengths combined, with limbs of ones and of zeros.

seed = 1


def number(bits):
    global seed
    n = 0
    while n.bit_length() < bits:
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        kind = seed >> 16 & 3
        n = n << 32 | (0xffffffff if kind == 0 else 0 if kind == 1 and n else (seed * 2654435761 & 0xffffffff) | 1)
    return n


total = 0
LENGTHS = list(range(32, 400, 32)) + [640, 1280, 1312, 2560, 2592, 2624, 5248, 10400]
for x_bits in LENGTHS:
    for y_bits in LENGTHS:
        for x, y in ((number(x_bits), number(y_bits)), ((1 << x_bits) - 1, number(y_bits)), (1 << x_bits, (1 << y_bits) - 1)):
            product = x * y
            assert product // y == x and product % y == 0 and (product + y - 1) // y == x
            q, r = divmod(x, y)
            assert q * y + r == x and 0 <= r < y and x // y == q and x % y == r
            q, r = divmod(-x, y)
            assert q * y + r == -x and 0 <= r < y and -x % y == r and -x // y == q
            assert x % -y == (x % y - y if x % y else 0) == -(-x % y)
            assert (x + y) - y == x and (x - y) + y == x and x + -x == 0 and (x + y) ** 2 == x * x + 2 * product + y * y
            for bits in (1, 31, 32, 33, 63, 64, y_bits):
                assert x << bits >> bits == x and x << bits == x * 2**bits and x >> bits == x // 2**bits
            total = (total * 31 + product + (x - y) + q) % (2**89 - 1)
    x = number(x_bits)
    text = str(x)
    assert int(text) == x and int("%x" % x, 16) == x and len(text) in (int(x.bit_length() * 0.30103), int(x.bit_length() * 0.30103) + 1)
    total = (total + int(text[::-1])) % (2**89 - 1)
    assert pow(x, 5, x + 2) == x**5 % (x + 2) == -32 % (x + 2)
print(total)
