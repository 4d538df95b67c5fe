# Item assignment to what has none: an index that does not fit is found first in what could be a container.
class Index:
    def __init__(self, v): self.v = v
    def __index__(self):
        print("index", end=" ")
        return self.v
class Plain: pass
class Int(int): pass
def change(o, key): o[key] = 1
def delete(o, key): del o[key]
for o in set(), frozenset(), (1,), "a", b"a", range(2), Plain(), Int(1), 1, 1.5, None, change, Plain, int, {}.keys(), memoryview(b"a"), iter([]), slice(1):
    for key in 2**70, 1, Index(3), Index(-2**80), "k", None:
        for f in change, delete:
            try:
                f(o, key)
            except (TypeError, IndexError, NotImplementedError) as e:
                print(type(o).__name__, type(e).__name__, str(e).replace("doesn't", "does not").split("sub-view")[0])
