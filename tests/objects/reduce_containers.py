# __reduce__ of containers and of small values, and that what it gives makes an equal object again.
import array
import copyreg
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from _reduce_show import show

Point = namedtuple("Point", "x y")


def subclass(base):
    return type("S", (base,), {})


def again(o, protocol):
    function, args, *rest = o.__reduce_ex__(protocol)
    copy = function(*args)
    state, items, pairs = rest + [None] * (3 - len(rest))
    if state:
        copy.__dict__.update(state)
    for v in items or ():
        copy.append(v)
    for k, v in pairs or ():
        copy[k] = v
    return copy


S = {base: subclass(base) for base in (set, frozenset, bytearray, deque, OrderedDict, Counter, defaultdict, tuple)}
S[array.array] = subclass(array.array)
marked = S[set]([1])
marked.at = 5
values = [
    set(), {1, 2}, frozenset([1]), S[set]([1]), S[frozenset]([1]), marked,
    bytearray(), bytearray(b"a\xe4"), S[bytearray](b"q"),
    deque(), deque([1, 2]), deque([1, 2], 5), S[deque]([1]), S[deque]([1], 2),
    OrderedDict(), OrderedDict([(2, 1), (1, 2)]), S[OrderedDict](a=1),
    Counter("aab"), S[Counter]("aab"), defaultdict(), defaultdict(list, {1: 2}), S[defaultdict](int),
    Point(1, 2), slice(1, None, 3), slice(None), range(5), range(1, 9, 3), range(1 << 70),
    array.array("i", [1, 2]), S[array.array]("b", [1]), list[int], dict[str, list[int]],
]
for v in values:
    for p in (2, 3) if not isinstance(v, array.array) else (2,):
        print(type(v).__name__, p, show(v.__reduce_ex__(p)))
        copy = again(v, p)
        print(" ", copy == v, type(copy) is type(v), getattr(copy, "maxlen", ""), getattr(copy, "at", ""))
print(bytearray(b"a").__reduce__(), bytearray(b"a").__reduce_ex__(0), {1}.__reduce__())
print(again(defaultdict(list, {1: [2]}), 2)[7], again(deque([1, 2], 2), 2))

starred = next(iter(tuple[int, str]))
function, args = starred.__reduce__()
print(function is next, function(*args) == starred)
for v in (..., NotImplemented, len, [].append, list.append, list.__len__, [].__len__, dict.fromkeys):
    print(show(v.__reduce__()), show(v.__reduce_ex__(2)))


class A:
    __slots__ = ("slot",)

    def f(self):
        pass

    @classmethod
    def c(cls):
        pass

    def __repr__(self):
        return "A()"


print(show(A().f.__reduce__()), show(A.c.__reduce__()), show(A.slot.__reduce__()))
f, args = [3].append.__reduce__()
f(*args)(4)
print(args)


class Items(set):
    def __iter__(self):
        return iter("xy")


class D(dict):
    pass


class O(OrderedDict):
    def items(self):
        return [(1, 2)]


print(Items().__reduce__()[1], show(O().__reduce__()[4]))
