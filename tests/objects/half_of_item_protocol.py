# A class with one of __setitem__ and __delitem__ only, or None for one.
class Set:
    def __setitem__(self, key, v): print("set", key, v)
class Del:
    def __delitem__(self, key): print("del", key)
class NoSet(Set):
    __setitem__ = None
class NoDel(Set):
    __delitem__ = None
class Neither: pass
class List(list):
    __delitem__ = None
class Below(Del): pass

def change(o):
    o[0] = 1
def delete(o):
    del o[0]
for o in Set(), Del(), NoSet(), NoDel(), Neither(), List([1]), Below(), (1,), {0: 1}:
    for f in change, delete:
        try:
            f(o)
        except Exception as e:
            print(type(o).__name__, f.__name__, type(e).__name__, str(e).replace("doesn't", "does not"))
