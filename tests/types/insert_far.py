# insert() at indices beyond a machine word is refused, at any other far index the ends are meant.
import array, collections, sys
class I:
    def __index__(self): return 10**30
for x in [], bytearray(), array.array("i"), collections.deque():
    for i in 10**30, -10**30, I(), sys.maxsize, -sys.maxsize, 5, -5:
        try:
            x.insert(i, 1)
            print(type(x).__name__, list(x))
        except OverflowError as e:
            print(type(e).__name__, list(x))
