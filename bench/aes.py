# SPDX-License-Identifier: MIT
# AES-128 in counter mode after FIPS 197 and NIST SP 800-38A, with tables made at start. Bit
# operations on small ints, lists, bytes and bytearrays.
import sys

N, EXPECTED = 130, 529476816
# FIPS 197, appendix C.1
KEY = bytes(range(16))
PLAIN = bytes(i * 17 for i in range(16))
CIPHER = bytes.fromhex("69c4e0d86a7b0430d8cdb78070b4c55a")


def double(x):
    """x times 2 in GF(2**8)."""
    x <<= 1
    return (x ^ 0x11B) if x & 0x100 else x


def make_sbox():
    logs, powers = [0] * 256, [0] * 256
    x = 1
    for i in range(255):
        logs[x], powers[i] = i, x
        x ^= double(x)
    box = [0x63]
    for value in range(1, 256):
        inverse = powers[(255 - logs[value]) % 255]
        turned = inverse * 0x101
        box.append((inverse ^ turned >> 4 ^ turned >> 5 ^ turned >> 6 ^ turned >> 7) & 255 ^ 0x63)
    return box


SBOX = make_sbox()
DOUBLES = [double(x) for x in range(256)]


def expand(key):
    """The key of each round: 11 lists of 16 bytes."""
    words = [list(key[i:i + 4]) for i in range(0, 16, 4)]
    constant = 1
    for i in range(4, 44):
        word = words[-1]
        if i % 4 == 0:
            word = [SBOX[word[1]] ^ constant, SBOX[word[2]], SBOX[word[3]], SBOX[word[0]]]
            constant = double(constant)
        words.append([a ^ b for a, b in zip(words[i - 4], word)])
    return [sum(words[i:i + 4], []) for i in range(0, 44, 4)]


def mix(state, key):
    """ShiftRows, MixColumns and AddRoundKey of one round."""
    result = []
    for c in range(0, 16, 4):
        s0 = state[c]
        s1 = state[(c + 5) & 15]
        s2 = state[(c + 10) & 15]
        s3 = state[(c + 15) & 15]
        t = s0 ^ s1 ^ s2 ^ s3
        result.append(s0 ^ t ^ DOUBLES[s0 ^ s1] ^ key[c])
        result.append(s1 ^ t ^ DOUBLES[s1 ^ s2] ^ key[c + 1])
        result.append(s2 ^ t ^ DOUBLES[s2 ^ s3] ^ key[c + 2])
        result.append(s3 ^ t ^ DOUBLES[s3 ^ s0] ^ key[c + 3])
    return result


def encrypt(block, keys):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for i in range(1, 10):
        state = mix([SBOX[x] for x in state], keys[i])
    state = [SBOX[x] for x in state]
    return bytes([state[5 * i & 15] ^ keys[10][i] for i in range(16)])


def count_up(counter):
    for i in range(15, -1, -1):
        counter[i] = (counter[i] + 1) & 255
        if counter[i]:
            return


def crypt(data, keys):
    counter = bytearray(16)
    out = bytearray()
    for at in range(0, len(data), 16):
        pad = encrypt(counter, keys)
        count_up(counter)
        for i in range(16):
            out.append(data[at + i] ^ pad[i])
    return out


def main(n):
    keys = expand(KEY)
    assert encrypt(PLAIN, keys) == CIPHER
    total = 0
    for i in range(n):
        data = bytes([(i + j) & 255 for j in range(1024)])
        secret = crypt(data, keys)
        assert crypt(secret, keys) == data
        total += sum([value * (j & 63) for j, value in enumerate(secret)])
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
