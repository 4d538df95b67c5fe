# SPDX-License-Identifier: MIT
# A search as in puzzles with hexagonal tiles: tiles that say how many neighbours they want are put
# on a board of hexagons until all are content. Backtracking over lists, dicts, sets and tuples.
import sys

N, EXPECTED = 560, 252112
RADIUS = 2
AROUND = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
FULL = frozenset(((0, 0), (1, 0), (0, 1), (-1, 1), (-2, 1), (0, -1), (2, -1), (1, -2), (2, -2)))


class Board:
    def __init__(self, radius):
        self.cells = [(q, r) for q in range(-radius, radius + 1) for r in range(-radius, radius + 1)
                      if abs(q + r) <= radius]
        index = {cell: i for i, cell in enumerate(self.cells)}
        self.near = [[index[q + dq, r + dr] for dq, dr in AROUND if (q + dq, r + dr) in index]
                     for q, r in self.cells]

    def tiles_of(self, full):
        """How often each number of neighbours occurs: the puzzle whose solution `full` is."""
        counts = [0] * 7
        for i, cell in enumerate(self.cells):
            if cell in full:
                counts[sum([self.cells[j] in full for j in self.near[i]])] += 1
        return counts


class Search:
    def __init__(self, board, tiles, limit):
        self.board = board
        self.tiles = tiles
        self.placed = {}
        self.visited = 0
        self.limit = limit
        self.left = sum(tiles)

    def may_be(self, at, wanted):
        """Whether a tile (None: a hole) at the cell contradicts what is decided already."""
        placed = self.placed
        placed[at] = wanted
        for cell in self.board.near[at] + [at]:
            want = placed.get(cell)
            if want is not None:
                full = unknown = 0
                for other in self.board.near[cell]:
                    if other not in placed:
                        unknown += 1
                    elif placed[other] is not None:
                        full += 1
                if full > want or full + unknown < want:
                    return False
        return True

    def solve(self, at):
        self.visited += 1
        if self.visited > self.limit:
            return False
        if at == len(self.board.cells):
            return self.left == 0
        if self.left > len(self.board.cells) - at:
            return False
        for wanted in [w for w, count in enumerate(self.tiles) if count] + [None]:
            if self.may_be(at, wanted) and self.solve_with(at, wanted):
                return True
            del self.placed[at]
        return False

    def solve_with(self, at, wanted):
        if wanted is None:
            return self.solve(at + 1)
        self.tiles[wanted] -= 1
        self.left -= 1
        solved = self.solve(at + 1)
        self.tiles[wanted] += 1
        self.left += 1
        return solved


def main(n):
    board = Board(RADIUS)
    total = 0
    for i in range(n):
        turned = board.cells[i % len(board.cells)]
        search = Search(board, board.tiles_of(FULL ^ {turned}), 2000)
        if search.solve(0):
            total += sum([k * (v or 0) for k, v in search.placed.items()])
        total += search.visited
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
