# reversed can be derived; where the class has a __reversed__ of its own, that is what comes.


class R(reversed):
    pass


r = R((1, 2, 3))
r.a = 1
print(r.a, r.__dict__, next(r), r.__length_hint__(), isinstance(r, reversed), type(iter(r)).__name__)
made, args, index = r.__reduce__()
print(made is R, args, index)
print(list(r), r.__reduce__()[1:], r.__length_hint__(), next(r, "end"))
r = R("abc")
r.__setstate__(0)
print(list(r), list(R(b"abc")), list(R("")))
print(isinstance(R([1]), R), list(R([1, 2])), isinstance(R({1: 2}), R), isinstance(R(range(3)), R))


class Back:
    def __reversed__(self):
        return "what it gave"


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


print(R(Back()), list(R(Seq())), type(R(Seq())).__name__)


class Q(reversed):
    def __init__(self, sequence, *more, x=1):
        print("init", more, x)
        self.x = x

    def __next__(self):
        return super().__next__() * 2


q = Q((1, 2), x=7)
print(q.x, next(q), list(q))
print([v for v in Q((3, 4))], max(Q((5, 6, 7))), Q([1]).__class__.__name__)


class Slots(reversed):
    __slots__ = "a", "b"


s = Slots((1, 2))
s.a = 3
print(s.a, hasattr(s, "b"), hasattr(s, "__dict__"), list(s))
for f in (lambda: R(5), lambda: R((1,), x=1), lambda: R(), lambda: R((1,), 2), lambda: Q(), lambda: reversed((1,), x=1),
          lambda: reversed.__new__(int, (1,)), lambda: R({1}), lambda: reversed.__next__(iter(()))):
    try:
        f()
    except TypeError as e:
        print(e)
print(list(reversed.__new__(R, (1, 2))), type(reversed.__new__(R, (1, 2))).__name__)
r = R((1, 2))
r.__class__ = Q
print(list(r))
try:
    reversed((1, 2)).__class__ = R
except TypeError as e:
    print(e)
