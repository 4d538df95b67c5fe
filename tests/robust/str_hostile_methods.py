# str methods on awkward sizes: long needles, many matches, overlapping replacement, huge tables.
s = "ab" * 5000
print(s.count("aba"), s.find("b" * 20), s.replace("ab", "c").count("c"), len(s.replace("", "-")),
      s.rfind("ab"), len(s.split("a")), s.index("ba", 9990))
print(("a" * 10000).count("aa"), ("a" * 10000).find("a" * 9999 + "b"),
      len(("a" * 1000).replace("a", "bb" * 10)), ("a" * 100 + "b") in "a" * 10000 + "b")
print(len("x".join("y" * 1000)), len(",".join(str(i) for i in range(3000)).split(",")),
      len(("%s" * 500) % tuple(range(500))), len("{}".join(["a"] * 600).format(*range(599))))
t = {i: chr(i + 1) for i in range(97, 122)}
t[122] = "wrapped"
print("xyz".translate(t), ("z" * 100).translate(t).count("wrapped"),
      "abc".translate({97: "b" * 1000})[:3], len("abc".translate({97: "b" * 1000})))
print(len(("é" * 1000).encode()), ("é" * 1000)[500], ("é日\U0001F600" * 300)[898],
      ("é" * 999 + "x").index("x"), ("日" * 500).find("x"), ("aé" * 500)[::-1][:4],
      ("\U0001F600" * 50)[10:12] == "\U0001F600" * 2)
print("".join(reversed("aé日" * 3)), "é" * 3 < "é" * 4, ("é" * 100).count("é", 50),
      ("aé" * 50).rfind("a", 0, 51), ("x" + "é" * 70).ljust(75, "日")[-2:], ("é" * 5).center(9, "-"))
print(" \t\n" * 1000 == " \t\n" * 1000, (" " * 10000).strip() == "",
      len((" " * 1000 + "x" + " " * 1000).strip()), ("\n" * 1000).splitlines() == [""] * 1000,
      len(("a\r\n" * 500).splitlines()))
print(repr("\x00" * 5), len(repr("\x00" * 1000)), len(ascii("é" * 1000)), len(repr("\\" * 1000)),
      ("'" * 3).__repr__(), eval(repr("a'b\"c\\d\n\x00é")) == "a'b\"c\\d\n\x00é")
