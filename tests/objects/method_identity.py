# A method of a builtin type, taken from the type, is one object as long as somebody has it.
import gc

print(object.__lt__ is object.__lt__, list.append is list.append, int.real is int.real)
print(object.__new__ is object.__new__, object.__init__ is object.__init__)


class A:
    pass


class L(list):
    pass


print(A.__init__ is object.__init__, A.__new__ is object.__new__, A.__lt__ is not int.__lt__)
print(L.append is list.append, L.__len__ is list.__len__, dict.__len__ is not list.__len__)
print(list.__dict__['append'] is list.append, object.__dict__['__lt__'] is object.__lt__)
print({list.append: 1}[list.append], list.append == list.append, list.append == list.pop)
print(hash(int.__add__) == hash(int.__add__), [].append == [].append)

kinds = int, str, list, dict, float, object, tuple, set, bytes
bound = ('from_bytes', 'fromkeys', 'fromhex', '__class_getitem__', '__init_subclass__',
         '__subclasshook__', '__getformat__', 'from_number', '__doc__')
def methods():
    return [getattr(T, n) for T in kinds for n in dir(T) if n not in bound]


first = methods()
gc.collect()
again = methods()
print(len(first) > 250, all(a is b for a, b in zip(first, again)))
if hasattr(gc, 'compact'):
    gc.compact()
print(all(a is b for a, b in zip(first, methods())))
first = again = None
gc.collect()
print(len({list.append, list.append, list.pop, str.lower, str.lower}))

# Unhashable types say so, and so do their subclasses.
for T in list, dict, set, bytearray, type({}.keys()):
    print(T.__name__, T.__hash__, '__hash__' in T.__dict__)
print(L.__hash__, [].__hash__, L().__hash__)


class H(list):
    __hash__ = object.__hash__


class E:
    def __eq__(self, other):
        return True


print(hash(H()) == hash(H.__hash__) or len({H(), H()}), E.__hash__, E().__hash__)
try:
    list.__hash__([])
except TypeError as e:
    print(e)
