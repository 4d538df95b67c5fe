# Realistic documents through dumps and loads.
import json
doc = {
    "name": "Widget \"Ünï\" \\ /",
    "tags": ["a", "b", []],
    "nested": {"list": [{"x": 1.5}, {"y": None}], "empty": {}},
    "flags": [True, False, None],
    "numbers": [0, -1, 1e10, 1.0, 123456789012345678901234567890, 0.1, -1e-9],
    "text": "line1\nline2\ttab\u2028\U0001F600\x7f",
}
s = json.dumps(doc)
print(s)
print(json.loads(s) == doc, json.dumps(json.loads(s)) == s)
print(json.dumps(doc["nested"], indent=2, sort_keys=True))
print(json.dumps(doc, ensure_ascii=False, separators=(",", ":")))
compact = json.dumps(doc, separators=(",", ":"))
print(len(compact) < len(s), json.loads(compact) == json.loads(json.dumps(doc, indent=3)) == doc)
print(json.loads(json.dumps({1: 2, None: 3, True: 4, 1.5: 5})))
print(json.loads(json.dumps((1, (2,)))), json.dumps("\u00e9") == '"\\u00e9"')
deep = doc
for i in range(30): deep = {"k": [deep]}
back = json.loads(json.dumps(deep))
for i in range(30): back = back["k"][0]
print(back == doc)
