# json.dumps: all types, separators, indent, keys, escapes, sort_keys, default.
import json
print(json.dumps(None), json.dumps(True), json.dumps(5), json.dumps(-1.5), json.dumps(10 ** 30),
      json.dumps("s"), json.dumps([]), json.dumps({}), json.dumps(()),
      json.dumps([1, [2, (3,)], {"a": None}]), json.dumps(1e16), json.dumps(1e-7), json.dumps(0.1),
      json.dumps(100.0))
print(json.dumps("é日\U0001F600\"\\/\b\f\n\r\t\x00\x1f\x7f"),
      json.dumps("é日\U0001F600\u2028", ensure_ascii=False), json.dumps({"é": 1}), json.dumps("a'b"))
print(json.dumps({1: "i", 2.5: "f", True: "t", None: "n", "s": 0}),
      json.dumps({"b": 1, "a": 2}, sort_keys=True),
      json.dumps({"a": {"c": 1, "b": 2}}, sort_keys=True),
      json.dumps([float("inf"), float("-inf"), float("nan")]))
print(json.dumps([1, {"a": 2}], separators=(",", ":")),
      json.dumps({"k": [1, 2]}, separators=(" , ", " : ")),
      json.dumps({(1, 2): 3, "ok": 1}, skipkeys=True))
print(json.dumps([1, {"a": [], "b": {}, "c": [1, [2]]}], indent=2))
print(json.dumps({"x": [1]}, indent="--"), json.dumps([1], indent=0), json.dumps([], indent=4),
      json.dumps([1, 2], indent=1, separators=(";", "=")))
class P:
    def __init__(self): self.v = 1
print(json.dumps(P(), default=lambda o: o.__dict__), json.dumps([{1, 2}], default=sorted),
      json.dumps({"a": 1j}, default=str))
class S(str): pass
class I(int):
    def __str__(self): return "never"
    __repr__ = __str__
class D(dict): pass
class L(list): pass
print(json.dumps([S("x"), I(5), D(a=1), L([2])]), json.dumps({S("k"): I(7)}), json.dumps({I(3): 1}))
for o, kw in ((object(), {}), ({1, 2}, {}), (b"b", {}), (1j, {}), ({(1,): 2}, {}),
              (float("nan"), {"allow_nan": False}), ([1, {"a": len}], {}),
              ({"b": 1, 2: 3}, {"sort_keys": True}), (P(), {"default": lambda o: o})):
    try:
        print(json.dumps(o, **kw))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()
