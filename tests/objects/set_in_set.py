# A set that is looked for in a set: by its own __hash__ if its class has one, else as a frozenset.
def hashed(name, f):
    return type(name, (set,), {"__hash__": f})


def fail(e):
    raise e


S = hashed("S", lambda self: 1)
N = hashed("N", None)
T = hashed("T", lambda self: fail(TypeError("T")))
V = hashed("V", lambda self: fail(ValueError("V")))
C = hashed("C", lambda self: hash(frozenset(self)))
Plain = type("Plain", (set,), {})
Eq = type("Eq", (set,), {"__hash__": lambda self: 1, "__eq__": lambda self, other: fail(TypeError("Eq"))})
EqV = type("EqV", (set,), {"__hash__": lambda self: 1, "__eq__": lambda self, other: fail(ValueError("Eq"))})
F = type("F", (frozenset,), {"__hash__": lambda self: 5})


def show(f):
    try:
        return f()
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)


def removed(s, v):
    s.remove(v)
    return len(s)


def discarded(s, v):
    s.discard(v)
    return len(s)


a, b = S(), S([1])
looked_for = [a, b, S(), S([1]), S([2]), set(), {1}, Plain([1]), N([1]), N(), T([1]), V([1]), C([1]), C(), F([1]),
              frozenset([1]), frozenset(), Eq(), EqV()]
for items in ([a], [a, b], [frozenset()], [frozenset([1]), frozenset()], [C([1])], [F([1])], []):
    print(items)
    for v in looked_for:
        print(" ", v, show(lambda: v in set(items)), show(lambda: v in frozenset(items)), end=" ")
        print(show(lambda: removed(set(items), v)), show(lambda: discarded(Plain(items), v)))

print(len({a, b, S(), S([1]), S([2])}), {a: 1}[S()], a in {a: 1}, show(lambda: {a: 1}[S([3])]))
e = Eq()
print(e in {e}, Eq() in {e}, show(lambda: {frozenset([1])}.remove(S([2]))))


class Clears(set):
    def __hash__(self):
        outer.clear()
        raise TypeError("cleared")


outer = {frozenset([1])}
print(Clears([1]) in outer, outer)
x = set()
x.add(S(x))
print(x in x, len(x))
