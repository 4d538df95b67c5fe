# SPDX-License-Identifier: MIT
# The module json: dumps and loads of records, of many small and a few large texts, indented too.
import json
import sys

N, EXPECTED = 320, 33826753


def record(i):
    return {
        "id": i,
        "name": "sensor %d" % i,
        "place": {"room": "cellar \u00e9tage \"%d\"" % (i % 7), "at": [i % 5, -i, i * 1000]},
        "readings": [j * 3 % 100 for j in range(i % 20)],
        "active": i % 3 == 0,
        "parent": None,
        "note": "line one\nline two\ttabbed \\ done",
    }


def check(value):
    """A number that depends on all there is in a value."""
    if isinstance(value, dict):
        return sum([len(key) + check(item) for key, item in value.items()])
    if isinstance(value, list):
        return sum([check(item) for item in value])
    return len(value) if isinstance(value, str) else int(value or 0) & 1023


def main(n):
    total = 0
    records = [record(i) for i in range(40)]
    for i in range(n):
        records[i % 40] = record(i)
        for one in records:
            text = json.dumps(one)
            total += len(text)
            assert json.loads(text) == one
        text = json.dumps(records)
        total += len(text) + len(json.loads(text))
        text = json.dumps(records, indent=2)
        total += len(text) + check(json.loads(text))
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
