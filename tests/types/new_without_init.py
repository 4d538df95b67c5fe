# __new__() of mutable builtins makes an empty one, whatever it is given: __init__() fills it.
import sys
from collections import Counter, OrderedDict, defaultdict, deque

SimpleNamespace = type(sys.implementation)
for T in (list, dict, set, bytearray, deque, OrderedDict, Counter, defaultdict, SimpleNamespace):
    for args, kwargs in (((), {}), (([1, 2],), {}), ((1, 2, 3), {}), ((), {"a": 1})):
        print(T.__new__(T, *args, **kwargs), end=" ")
    print()
p = property.__new__(property, len)
print(p.fget, p.fset)
p.__init__(abs)
print(p.fget is abs)
l = list.__new__(list, "ab")
l.__init__("cd")
print(l)


class L(list):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class Plain(list):
    def __new__(cls, items):
        return list.__new__(list, items)


print(L("ab"), Plain("ab"), type(Plain("ab")).__name__)
for T, args in ((tuple, ("ab",)), (frozenset, ([1],)), (int, ("5",)), (bytes, (3,)), (ValueError, (1, 2))):
    print(repr(T.__new__(T, *args)))
