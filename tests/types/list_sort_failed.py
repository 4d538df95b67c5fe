# What a sort that failed leaves behind: all items, in the order in which they lay.
class Item:
    left = 0
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        Item.left -= 1
        if Item.left < 0:
            raise ValueError("no more")
        return self.v < other.v
    def __repr__(self):
        return str(self.v)

def sort(items, **options):
    try:
        items.sort(**options)
    except (ValueError, TypeError, ArithmeticError) as e:
        print(type(e).__name__, end=" ")
    print(items)

for reverse in False, True:
    for Item.left in 0, 1, 3, 5, 8, 12, 100:
        sort([Item(v) for v in (3, 1, 4, 1, 5, 9, 2, 6)], reverse=reverse)
    sort([3, 1, "a", 2, 5], reverse=reverse)
    sort([3, 1, 0, 5], key=lambda v: 1 % v, reverse=reverse)
    sort(list("cab"), key=lambda v: ValueError(v), reverse=reverse)

many = [Item(i * 7919 % 1000) for i in range(300)]
for reverse in False, True:
    for Item.left in 500, 1000, 1500:
        items = many[:]
        try:
            items.sort(reverse=reverse)
        except ValueError:
            print(sorted(map(repr, items)) == sorted(map(repr, many)))
