# SPDX-License-Identifier: MIT
# try in loops: not raised, raised and caught near, raised deep below, with finally and with.
import sys

N, EXPECTED = 170000, 1700000


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Guard:
    def __init__(self):
        self.swallowed = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.swallowed += 1
        return True


def dig(depth, code):
    if depth == 0:
        raise Refused(code)
    try:
        return dig(depth - 1, code)
    finally:
        code += 1


def main(n):
    total = 0
    table = {}
    guard = Guard()
    for i in range(n):
        try:
            total += i & 3
        except ValueError:
            total = 0
        try:
            total += table[i]
        except KeyError as e:
            total += e.args[0] & 1
        try:
            dig(5, i & 15)
        except Refused as e:
            total += e.code
        with guard:
            if i & 1:
                raise ValueError("odd")
    return total + guard.swallowed


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
