# Every kind of dict can be written.
import json
from collections import Counter, OrderedDict, defaultdict


class D(dict):
    pass


class O(OrderedDict):
    pass


for v in (OrderedDict(b=1, a=2), Counter("aab"), defaultdict(list, x=[1]), D(a=1), O(a=1)):
    print(json.dumps(v), json.dumps([v], sort_keys=True, indent=1))


# A subclass with its own items() is asked for them, unless it is empty.
class Own(dict):
    pairs = ()

    def items(self):
        return self.pairs


for Own.pairs in ([(1, 2), (1, 3)], iter([("b", 1), ("a", 2)]), [], [(1, 2), 3], [[1, 2]], [(1, 2, 3)]):
    try:
        print(json.dumps(Own(x=1)), json.dumps(Own(x=1), sort_keys=True), json.dumps(Own()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(json.dumps([Own(x=1), {"o": Own(x=Own())}]) if setattr(Own, "pairs", [("k", [None])]) is None else "")
print(json.dumps(Own(x=1), indent=1))
