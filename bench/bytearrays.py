# SPDX-License-Identifier: MIT
# Bytes changed in place: a checksum with a table, run lengths, a ring buffer, slices, reversing,
# a cipher with a running key, memoryview.
import sys

N, EXPECTED = 260, 24332432


def make_table():
    table = []
    for byte in range(256):
        crc = byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ (0x1021 if crc & 0x8000 else 0)) & 0xFFFF
        table.append(crc)
    return table


def crc16(data, table):
    crc = 0xFFFF
    for byte in data:
        crc = (crc << 8 & 0xFFFF) ^ table[crc >> 8 ^ byte]
    return crc


def shorten(data):
    """Run lengths: count, byte, count, byte ..."""
    out = bytearray()
    i = 0
    while i < len(data):
        j = i + 1
        while j < len(data) and j - i < 255 and data[j] == data[i]:
            j += 1
        out.append(j - i)
        out.append(data[i])
        i = j
    return out


def lengthen(data):
    out = bytearray()
    for i in range(0, len(data), 2):
        out.extend(data[i + 1:i + 2] * data[i])
    return out


def encrypt(data, key):
    for i in range(len(data)):
        key = (key * 5 + 1) & 255
        data[i] ^= key


def main(n):
    table = make_table()
    data = bytearray([(i >> 3) * 7 & 255 for i in range(4096)])
    total = 0
    for i in range(n):
        short = shorten(data)
        assert lengthen(short) == data
        total += crc16(data, table) + len(short)
        encrypt(data, i)
        total += crc16(data, table)
        encrypt(data, i)
        data[:16] = data[-16:][::-1]
        view = memoryview(data)
        view[100:108] = view[8:16]
        total += data.find(b"\x07\x07") + data.count(7)
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
