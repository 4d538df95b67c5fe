# An __index__ that gives the container other content, and so other storage, while an item or a slice
# of it is looked up, assigned or deleted: what it has afterwards counts.
import array, collections


class Changing:
    def __init__(self, n, change, o):
        self.n, self.change, self.o = n, change, o

    def __index__(self):
        self.change(self.o)
        return self.n


def grow(o):
    o.extend([9] * 40)
    [[7] * i for i in range(20)]


def replace(o):
    while len(o):
        o.pop()
    o.extend(range(20, 60))
    [bytes([255]) * i for i in range(60)]


def empty(o):
    while len(o):
        o.pop()
    [bytes([255]) * i for i in range(60)]


def assign(o, i):
    o[i] = 3


def assign_slice(o, i):
    o[i:i] = o[:1]


def delete(o, i):
    del o[i]


def delete_slice(o, i):
    del o[i::i]


uses = (lambda o, i: o[i], lambda o, i: o[i:], lambda o, i: o[::i], assign, assign_slice, delete,
        delete_slice, lambda o, i: o.pop(i), lambda o, i: o.insert(i, 5), lambda o, i: o.index(9, i),
        lambda o, i: o.rotate(i), lambda o, i: o * i, lambda o, i: o.__imul__(i))
kinds = (list, bytearray, collections.deque, lambda items: array.array("h", items))
for make in kinds:
    for change in grow, replace, empty:
        for use in uses:
            o = make([1, 2, 3, 4])
            try:
                r = use(o, Changing(2, change, o))
            except Exception as e:
                r = type(e).__name__
            if r is o:
                r = "itself"
            print(r if isinstance(r, (int, str)) or r is None else list(r), len(o), list(o)[:4])
