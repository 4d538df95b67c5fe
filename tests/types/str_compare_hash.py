# Ordering and equality of strings by code point; as dict keys.
words = ["b", "B", "a", "", "aa", "Z", "é", "z", "日", "\U0001F600", "\uffff", "10", "9", " "]
print(sorted(words))
print([a < b for a, b in zip(words, words[1:])], [a == b for a, b in zip(words, sorted(words))])
print(max(words) == "\U0001F600", min(words) == "", "abc" < "abcd" < "abd", "a" * 1000 < "a" * 1001)
d = {w: i for i, w in enumerate(words)}
print(all(d[str(w)] == i for i, w in enumerate(words)), d["".join(["a", "a"])], d.get("A"))
for op in ("<", ">", "<=", ">="):
    for other in ("1", "None", "b'a'", "['a']"):
        try:
            eval("'a' %s %s" % (op, other))
        except TypeError:
            print("T", end="")
print()
print("a" == 97, "a" != b"a", "1" == 1, "" == None, "a" == "a ", hash("key") == hash("k" + "ey"))
print("é" == "e\u0301", "ß" == "ss", "İ" == "i", "A" == "a", "\x00" == "", "a\x00b" == "a\x00c")
print({"a": 1} == {"a": 1}, "x" in {"x"}, "xy" in ("x", "y"), "x" in ["xx"], "x" in "xx")
