# Grids: life, flood fill, shortest path, transposition, spiral.
def step(cells):
    n = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: n[x + dx, y + dy] = n.get((x + dx, y + dy), 0) + 1
    return {c for c, k in n.items() if k == 3 or k == 2 and c in cells}
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): glider = step(glider)
print(sorted(glider))
blinker = {(0, 1), (1, 1), (2, 1)}
print(sorted(step(blinker)), step(step(blinker)) == blinker, step(set()), step({(5, 5)}))
maze = ["S.#.", "..#E", ".#..", "...."]
def solve(m):
    start = next((r, c) for r, row in enumerate(m) for c, v in enumerate(row) if v == "S")
    seen, queue = {start: None}, [start]
    for r, c in queue:
        if m[r][c] == "E":
            path, p = [], (r, c)
            while p: path, p = [p] + path, seen[p]
            return path
        for q in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            inside = 0 <= q[0] < len(m) and 0 <= q[1] < len(m[0])
            if inside and m[q[0]][q[1]] != "#" and q not in seen:
                seen[q] = r, c
                queue.append(q)
print(solve(maze))
g = [[r * 4 + c for c in range(4)] for r in range(3)]
print([list(t) for t in zip(*g)], [row[::-1] for row in g[::-1]],
      [x for row in g for x in row if x % 5 == 0])
def spiral(m):
    out = []
    while m:
        out += m[0]
        m = [list(t) for t in zip(*m[1:])][::-1]
    return out
print(spiral(g))
def fill(s, r, c, ch):
    if 0 <= r < len(s) and 0 <= c < len(s[0]) and s[r][c] == ".":
        s[r][c] = ch
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)): fill(s, r + dr, c + dc, ch)
    return s
print(["".join(r) for r in fill([list(r) for r in ("..#.", ".#..", "#...")], 0, 0, "o")])
