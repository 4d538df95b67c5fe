# SPDX-License-Identifier: MIT
# Binary records with struct: pack, unpack, pack_into, unpack_from, iteration, and int.to_bytes.
import struct
import sys

N, EXPECTED = 360000, 170135168
RECORD = "<HhIBB4s"


def checksum(data):
    total = 0
    for byte in data:
        total = (total * 3 + byte) & 0xFFFF
    return total


def main(n):
    size = struct.calcsize(RECORD)
    buffer = bytearray(size * 64)
    total = 0
    for i in range(n):
        packet = struct.pack(RECORD, i & 0xFFFF, -(i & 0x7FFF), i * 77, i & 255, 7, b"data")
        a, b, c, d, e, tag = struct.unpack(RECORD, packet)
        total += (a + b & 255) + (c & 255) + d + e + len(tag)
        at = (i & 63) * size
        struct.pack_into(">IHBbh4s", buffer, at, i, i & 0xFFF, i & 31, -1, 5, packet[:4])
        total += struct.unpack_from(">I", buffer, at)[0] & 15
        total += struct.unpack_from("BB", packet, 2)[1]
        total += int.from_bytes(packet[4:8], "little") - c + len((i & 0xFFFF).to_bytes(2, "big"))
    for one in range(0, len(buffer), size):
        total += checksum(buffer[one:one + size])
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
