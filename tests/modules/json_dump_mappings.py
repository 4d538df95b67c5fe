# Every kind of dict can be written.
import json
from collections import Counter, OrderedDict, defaultdict


class D(dict):
    pass


class O(OrderedDict):
    pass


for v in (OrderedDict(b=1, a=2), Counter("aab"), defaultdict(list, x=[1]), D(a=1), O(a=1)):
    print(json.dumps(v), json.dumps([v], sort_keys=True, indent=1))
