# Sequence patterns: fixed, starred, nested; what counts as a sequence.
def f(x):
    match x:
        case []: return "empty"
        case [a]: return ("one", a)
        case [1, b]: return ("1,", b)
        case (a, [b, c]): return ("nested", a, b, c)
        case [first, *_, "end"]: return ("to end", first)
        case [a, b, *rest] if len(rest) > 1: return (a, b, rest)
        case a, *_: return ("first", a)
        case _: return "other"
for v in ([], (), [5], (1, 2), [3, [4, 5]], (3, (4, 5)), [1, 2, "end"], ["x", "end"], [3, 4, 5, 6],
          [3, 4, 5], range(3), "ab", b"ab", bytearray(b"ab"), {1: 2}, {1, 2}, iter([1]), 7):
    print(type(v).__name__, f(v))
match [1, 2, 3, 4]:
    case [*init, last]: print(init, last)
match [1, 2, 3, 4]:
    case [a, *mid, z]: print(a, mid, z)
match (1, 2):
    case [*all]: print(all)
match [[1, 2], [3, 4]]:
    case [[a, b], [c, d]]: print(a + b + c + d)
match [0, [1, [2, [3]]]]:
    case [_, [_, [_, [deep]]]]: print(deep)
match memoryview(b"ab"):
    case [x, y]: print("memoryview", x, y)
