# repr of instances of classes derived from set and frozenset names the class, as super().__repr__() does; no
# special method is asked for the items.
class F(frozenset): pass
class G(F):
    def __repr__(self): return "G of " + repr(frozenset(self))
class S(set): pass
print(F(), F([1]), S(), S([1]), [F("a")], {F([2])}, str(F([3])), f"{F([4])!r:>10}")
print(G(), G([1]), [G([2])], F([F([1])]), F([frozenset()]), repr(F([1]) | {2}), F([1]) == {1})
F.__name__ = "Renamed"
print(F([1]))

for base in set, frozenset:
    class Plain(base):
        def __repr__(self): return "<" + super().__repr__() + base.__repr__(self) + ">"
    print(Plain(), Plain([1]), str(Plain([(2, 3)])), base.__repr__(base([4])))
    class Telling(base):
        def __iter__(self): print("iter"); return super().__iter__()
        def __len__(self): print("len"); return 5
    print(repr(Telling()), repr(Telling([1])))

class Holder:
    def __repr__(self): return f"holder of {self.held}"
h = Holder()
for base in set, frozenset, S, F:
    h.held = base([h])
    print(h.held)
