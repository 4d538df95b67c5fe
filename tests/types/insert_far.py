# insert() and pop() at indices beyond a machine word are refused, at any other far index insert() means the ends.
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
for x in [], bytearray(), array.array("i"):
    try: x.pop(10**30)
    except (OverflowError, IndexError) as e: print(type(e).__name__)
