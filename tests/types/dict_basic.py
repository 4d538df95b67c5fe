# Construction, ordering, access, membership, deletion.
d = {"b": 1, "a": 2, 3: "c", (1, 2): None, None: 0, True: "t"}
print(d, len(d), d["a"], d[3], d[1, 2], d[None], d[1], d[1.0], "b" in d, "z" in d, 1 in d)
d["new"] = 5
d["b"] = "updated"
del d["a"]
d["a"] = "back at the end"
print(list(d), list(d.values())[:2], list(d.items())[-1])
print(dict(), dict(a=1, b=2), dict([("x", 1), ["y", 2], "zw"]), dict({"k": 1}, k=2, m=3),
      dict(zip("ab", (1, 2))), dict(d) == d, dict(d) is d, {1: "a", 1: "b"})
print(dict.fromkeys("aba"), dict.fromkeys([1, 2], []), dict.fromkeys({"k": 1}, 0),
      {**{"a": 1}, "a": 2}, {i: i * i for i in range(3)})
print({1: 1} == {1.0: True}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {1: 2} != {1: 3}, {} == [],
      {"a": [1]} == {"a": [1]})
for code in ("d['zz']", "del d['zz']", "d[[]]", "d[{}] = 1", "{[]: 1}", "dict(5)", "dict([1])",
             "dict([(1, 2, 3)])", "dict('ab')", "dict(1, 2)", "dict(**{1: 2})", "{} < {}",
             "{} + {}", "{}.x", "dict([(1,)])", "{1: 2}[2]", "d[1, 3]", "{}['q']", "{}[1.5]", "{}[(1, 'a')]",
             "dict.fromkeys(5)"):
    try:
        exec(code)
        print(code, "ok")
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        print(code, type(e).__name__, e if isinstance(e, KeyError) else "")
print(bool({}), bool({0: 0}), str({}), repr({"a": {"b": [1, {}]}}), {"a": 1}.__len__(),
      {"a": 1}.__contains__("a"), {"a": 1}.__getitem__("a"), max({3: 0, 7: 0}),
      sorted({"b": 1, "a": 2}), sum({1: 5, 2: 6}))
e = {}
e["self"] = 1
e.update(e)
for i in range(100): e[i] = i
for i in range(0, 100, 2): del e[i]
print(len(e), list(e)[:4], e[99], 50 in e, list(reversed({"a": 1, "b": 2})))
