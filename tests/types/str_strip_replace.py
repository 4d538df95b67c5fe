# strip family, removeprefix/suffix, replace, translate, maketrans.
print(repr("  a b \n".strip()), repr("  a ".lstrip()), repr("  a ".rstrip()), "xxaxx".strip("x"),
      "abcba".strip("ab"), "xyx".lstrip("xy"), "".strip())
print("aXbX".rstrip("X"), "..a..".strip("."), "a".strip(""), "éaé".strip("é"),
      repr("\u3000a\x1f\x85".strip()), " a ".strip(None), "mississippi".strip("ipm"))
print("prefix_x".removeprefix("prefix_"), "abc".removeprefix("b"), "abc.py".removesuffix(".py"),
      "abc".removesuffix(""), "aa".removesuffix("aaa"))
print("banana".replace("a", "o"), "banana".replace("an", ""), "banana".replace("a", "o", 2),
      "abc".replace("", "-"), "".replace("", "x"), "abc".replace("", "-", 2))
print("aaa".replace("aa", "b"), "abc".replace("x", "y"), "日本".replace("本", "é"),
      ("ab" * 5).replace("b", ""), "x".replace("x", "yyy", 0))
print("hello".translate({104: "J", 101: None, 108: 76}),
      "abc".translate(str.maketrans("ab", "xy", "c")), "aé".translate({233: "e"}))
print(sorted(str.maketrans({"a": "1", "b": None, 99: 3}).items()), str.maketrans("a", "b"),
      "a-b".translate({45: "++"}))
class T:
    def __getitem__(self, k):
        if k == 97: raise LookupError
        return chr(k + 1)
print("abc".translate(T()))
for f in (lambda: "a".strip(1), lambda: "a".replace("a"), lambda: "a".replace("a", 1),
          lambda: str.maketrans("a", "bc"), lambda: "a".removeprefix(1),
          lambda: "a".translate({97: 0x110000}), lambda: str.maketrans({"ab": 1}),
          lambda: "a".translate({97: 1.5}), lambda: "a".replace(None, "b")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
print("tab\tx\ty".expandtabs(), "a\tb".expandtabs(4), "\t\t|".expandtabs(2),
      "a\nb\tc".expandtabs(3), "x\ty".expandtabs(0), "abcd\te".expandtabs(4))
