# Subclasses of sets: their items are taken without __iter__, their own __hash__ is tried first.
class Iter(set):
    def __iter__(self):
        print("iter")
        return iter([7])


class Frozen(frozenset):
    def __iter__(self):
        print("iter")
        return iter([8])


class Hashed(set):
    def __hash__(self):
        print("hash")
        return 5


class Unhashed(set):
    def __hash__(self):
        print("hash")
        return None


class Counted(frozenset):
    def __len__(self):
        print("len")
        return 3


for s in Iter([1]), Frozen([2]):
    print({*s}, set(s), frozenset(s), {3}.union(s), {3} | s, {1, 2, 3} & s, {1, 2} - s)
    x = {0}
    x.update(s)
    print(x, {1, 2} >= s, set().isdisjoint(s), [*s], list(s))

h, u = Hashed([1]), Unhashed([1])
outer = {h, 5}
print(h in outer, u in outer, u in {frozenset([1])}, set() in outer)
outer.discard(u)
outer.discard(h)
print(outer)
try:
    outer.remove(u)
except KeyError as e:
    print("KeyError", e.args[0] is u)
print(bool(Counted()), not Counted())
print(Iter([1]), Frozen([2]), Iter(), Frozen())
