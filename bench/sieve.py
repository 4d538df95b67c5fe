# SPDX-License-Identifier: MIT
# List indexing: the sieve of Eratosthenes, with a plain inner loop instead of slices.
import sys

N, EXPECTED = 270, 614679


def count_primes(n):
    is_prime = [True] * (n + 1)
    count = 0
    for i in range(2, n + 1):
        if is_prime[i]:
            count += 1
            j = i * i
            while j <= n:
                is_prime[j] = False
                j += i
    return count


def main(n):
    return sum([count_primes(20000 + i) for i in range(n)])


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
