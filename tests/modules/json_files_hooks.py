# json.dump and json.load on streams; hooks for objects and numbers.
import io, json
s = io.StringIO()
print(json.dump({"a": [1, "é"]}, s), s.getvalue())
json.dump([1], s, separators=(",", ":"))
json.dump({"k": 1}, s, indent=1)
print(repr(s.getvalue()))
print(json.load(io.StringIO('{"x": [1, 2]}')), json.load(io.BytesIO(b'["\xc3\xa9"]')),
      json.load(io.StringIO(" 5 ")))
try:
    json.load(io.StringIO("[1"))
except ValueError as e:
    print(type(e).__name__)
print(json.loads('{"a": 1, "b": {"c": 2}}', object_hook=lambda d: sorted(d.items(), key=str)))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=lambda p: p),
      json.loads("[1, 1.5, -2]", parse_int=lambda s: "i" + s, parse_float=lambda s: "f" + s),
      json.loads("[NaN]", parse_constant=lambda s: "c" + s))
class Writer:
    def __init__(self): self.parts = []
    def write(self, t):
        assert isinstance(t, str)
        self.parts.append(t)
w = Writer()
json.dump([1, {"a": "b"}, None], w)
print("".join(w.parts))
class Reader:
    def read(self): return '[3, 4]'
print(json.load(Reader()))
def enc(o):
    if isinstance(o, complex): return [o.real, o.imag]
    raise TypeError("no: " + type(o).__name__)
s = io.StringIO()
json.dump({"z": 1 + 2j}, s, default=enc)
print(s.getvalue())
try:
    json.dumps([1, b"x"], default=enc)
except TypeError as e:
    print(e)
l = [1]
l.append(l)
d = {}
d["d"] = d
for x in (l, d):
    try:
        json.dumps(x)
    except ValueError as e:
        print(e)
