# SPDX-License-Identifier: MIT
# Float arithmetic on lists: the fast Fourier transform in place (Cooley and Tukey, 1965), radix 2,
# forth and back.
import math
import sys

N, EXPECTED = 74, 0.08496360663872642
SIZE = 1 << 11


def reverse_bits(re, im):
    n = len(re)
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]


def transform(re, im, cosines, sines, direction):
    reverse_bits(re, im)
    n = len(re)
    half = 1
    while half < n:
        step = n // (2 * half)
        for k in range(half):
            wr = cosines[k * step]
            wi = direction * sines[k * step]
            i = k
            while i < n:
                j = i + half
                xr = wr * re[j] - wi * im[j]
                xi = wr * im[j] + wi * re[j]
                re[j] = re[i] - xr
                im[j] = im[i] - xi
                re[i] += xr
                im[i] += xi
                i = j + half
        half *= 2


def main(n):
    angles = [2 * math.pi * k / SIZE for k in range(SIZE // 2)]
    cosines = [math.cos(a) for a in angles]
    sines = [math.sin(a) for a in angles]
    signal = [float(i * 37 % 101) / 101 for i in range(SIZE)]
    power = error = 0.0
    for _ in range(n):
        re, im = signal[:], [0.0] * SIZE
        transform(re, im, cosines, sines, -1.0)
        power = sum([re[i] * re[i] + im[i] * im[i] for i in range(1, 40)])
        transform(re, im, cosines, sines, 1.0)
        error += sum([abs(re[i] / SIZE - signal[i]) for i in range(SIZE)])
    assert error < 0.01 * n, error
    return power / SIZE


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
tolerance = 1e-9 if float("1e300") < float("inf") else 1e-3
assert n != N or abs(result - EXPECTED) < tolerance, result
print("%.2f" % result)
