# repr of instances of classes derived from set and frozenset names the class.
class F(frozenset): pass
class G(F):
    def __repr__(self): return "G of " + repr(frozenset(self))
class S(set): pass
print(F(), F([1]), S(), S([1]), [F("a")], {F([2])}, str(F([3])), f"{F([4])!r:>10}")
print(G(), G([1]), [G([2])], F([F([1])]), F([frozenset()]), repr(F([1]) | {2}), F([1]) == {1})
F.__name__ = "Renamed"
print(F([1]))
