# dumps() asks the __iter__() of a subclass of list or tuple, and the items() of one of dict.
import json
from collections import OrderedDict


class L(list):
    def __iter__(self):
        return iter(["from", "iter"])


class T(tuple):
    def __iter__(self):
        yield from (1, [2, L([0])])


class D(dict):
    def items(self):
        return [("k", 1), ("a", T((0,)))]


class P(dict):
    pass


class O(OrderedDict):
    def items(self):
        return reversed(list(super().items()))


class Failing(dict):
    def items(self):
        raise KeyError("items")


for v in L([1]), T((1,)), D(x=1), P(a=1), O([("a", 1), ("b", 2)]), [L([1]), {"d": D(y=2)}]:
    print(json.dumps(v), json.dumps(v, sort_keys=True))
    print(json.dumps(v, indent=1))
for v in (Failing(a=1),):
    try:
        print(json.dumps(v))
    except (KeyError, TypeError) as e:
        print(repr(e))
circular = L([1])
circular.append(circular)
print(json.dumps(circular))
