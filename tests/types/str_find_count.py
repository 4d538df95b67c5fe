# find, rfind, index, rindex, count, in, startswith, endswith with bounds.
s = "abracadabra"
print(s.find("a"), s.find("bra"), s.find("x"), s.find("a", 1), s.find("a", 1, 3), s.find("", 5),
      s.find("", 12), s.find("a", -3))
print(s.rfind("a"), s.rfind("bra"), s.rfind("x"), s.rfind("a", 0, 10), s.rfind("", 0, 4),
      s.rfind("b", 5, 8), s.find("abracadabraz"))
print(s.index("c"), s.rindex("c"), s.count("a"), s.count("ab"), s.count(""), s.count("a", 1, -1),
      s.count("x"), "aaaa".count("aa"), "".count(""))
print("bra" in s, "" in s, "" in "", "x" in s, s in s, s * 2 in s, "a" not in s)
print(s.startswith("abr"), s.startswith("bra", 1), s.startswith(("x", "ab")), s.startswith(""),
      s.startswith("abr", 0, 2), s.startswith(()))
print(s.endswith("bra"), s.endswith("a", 0, 1), s.endswith(("q", "ra")), s.endswith(""),
      s.endswith("abracadabrax"), s.startswith("", 20))
u = "日本日本語é日"
print(u.find("本"), u.rfind("日"), u.count("日本"), u.find("é"), u.index("語", 2), u.find("日", 1, 3),
      u.endswith("é日"), "é" in u)
for f in (lambda: s.index("z"), lambda: s.rindex("z"), lambda: s.find(1), lambda: 1 in s,
          lambda: s.count(None),
          lambda: s.startswith(1), lambda: s.startswith(["a"]), lambda: s.endswith((1,)),
          lambda: s.find(), lambda: s.find("a", "b")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e if isinstance(e, ValueError) else "")
print(s.find("a", None, None), s.find("r", None, 5), s.find("a", -100), s.find("a", 10 ** 20),
      s.find("b", 1, 10 ** 20))
print(("a" * 1000 + "b").find("a" * 50 + "b"), ("ab" * 500).rfind("ba"), ("ab" * 500).count("ba"),
      ("x" * 100).find("xy"))
