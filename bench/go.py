# SPDX-License-Identifier: MIT
# Random play of go on a small board: groups by flood fill, liberties, captures, simple ko, eyes,
# area scoring. Lists of ints, sets, methods.
import sys

N, EXPECTED = 84, 14040
SIZE = 9
EMPTY, BLACK, WHITE = 0, 1, 2


def neighbours(at):
    row, column = at // SIZE, at % SIZE
    near = []
    if row > 0:
        near.append(at - SIZE)
    if row < SIZE - 1:
        near.append(at + SIZE)
    if column > 0:
        near.append(at - 1)
    if column < SIZE - 1:
        near.append(at + 1)
    return near


NEAR = [neighbours(i) for i in range(SIZE * SIZE)]


class Game:
    def __init__(self, seed):
        self.stones = [EMPTY] * (SIZE * SIZE)
        self.ko = None
        self.seed = seed
        self.captured = 0

    def random_below(self, n):
        self.seed = (self.seed * 1309 + 13849) & 65535
        return self.seed * n >> 16

    def group(self, at):
        """The stones connected with the one at that point, and their liberties."""
        stones, colour = self.stones, self.stones[at]
        members, liberties, waiting = {at}, set(), [at]
        while waiting:
            for other in NEAR[waiting.pop()]:
                if stones[other] == EMPTY:
                    liberties.add(other)
                elif stones[other] == colour and other not in members:
                    members.add(other)
                    waiting.append(other)
        return members, liberties

    def is_eye(self, at, colour):
        return all([self.stones[other] == colour for other in NEAR[at]])

    def play(self, at, colour):
        """Puts a stone; False, and nothing changed, where that is against the rules."""
        if at == self.ko:
            return False
        stones = self.stones
        stones[at] = colour
        taken = set()
        for other in NEAR[at]:
            if stones[other] == 3 - colour and other not in taken:
                members, liberties = self.group(other)
                if not liberties:
                    taken |= members
        if not taken and not self.group(at)[1]:
            stones[at] = EMPTY
            return False
        for other in taken:
            stones[other] = EMPTY
        self.captured += len(taken)
        self.ko = taken.pop() if len(taken) == 1 else None
        return True

    def move(self, colour):
        free = [i for i, stone in enumerate(self.stones) if stone == EMPTY]
        while free:
            i = self.random_below(len(free))
            at = free[i]
            free[i] = free[-1]
            free.pop()
            if not self.is_eye(at, colour) and self.play(at, colour):
                return True
        return False

    def score(self):
        total = 0
        for i, stone in enumerate(self.stones):
            if stone == BLACK or stone == EMPTY and self.is_eye(i, BLACK):
                total += 1
            elif stone == WHITE or self.is_eye(i, WHITE):
                total -= 1
        return total


def playout(seed):
    game = Game(seed)
    colour, passes, moves = BLACK, 0, 0
    while passes < 2 and moves < 3 * SIZE * SIZE:
        passes = 0 if game.move(colour) else passes + 1
        colour = 3 - colour
        moves += 1
    return game.score() + moves + game.captured


def main(n):
    return sum([playout(i * 31 + 7) for i in range(n)])


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
