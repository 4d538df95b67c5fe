# SPDX-License-Identifier: MIT
# Trees of small objects made, walked and dropped, while one large tree lives: the work of the
# collector.
import sys

N, EXPECTED = 95, 1544425
DEPTH = 11


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def grow(depth):
    if depth == 0:
        return Node(None, None)
    return Node(grow(depth - 1), grow(depth - 1))


def count(node):
    if node.left is None:
        return 1
    return 1 + count(node.left) + count(node.right)


def main(n):
    lasting = grow(DEPTH)
    total = 0
    for _ in range(n):
        for depth in range(4, DEPTH, 2):
            for _ in range(1 << (DEPTH - depth)):
                total += count(grow(depth))
    return total + count(lasting)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
