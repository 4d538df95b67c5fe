# Sequence patterns with lengths that do not fit a small int.
class S(list):
    def __len__(self):
        return self.n


for n in (0, 1, 2, 2 ** 30, 2 ** 30 - 1, 2 ** 31 - 1, 2 ** 63, -1):
    s = S([1, 2])
    s.n = n
    try:
        match s:
            case [x, y, *z]:
                print("two", x, y, z)
            case [x]:
                print("one", x)
            case _:
                print("none")
    except (ValueError, OverflowError) as e:
        print(type(e).__name__)
print(iter(range(2 ** 70)).__length_hint__(), iter(range(2 ** 70, 0, -(2 ** 69))).__length_hint__())
