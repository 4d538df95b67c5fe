# str.translate of ASCII text by a dict: characters, numbers, text, None, and none of them; the same character often.
table = {ord("a"): "b", ord("b"): 97, ord("c"): None, ord("d"): "dd", ord("e"): "\u00e9", ord("f"): 0x20ac, 0xe9: "e", 0x20ac: None}
print("abcdef".translate(table))
for n in range(1, 140, 23):
    text = "abcdefgh\u00e9\u20ac" * n
    print(n, text.translate(table) == "".join({"a": "b", "b": "a", "c": "", "d": "dd", "e": "\u00e9", "f": "\u20ac",
          "\u00e9": "e", "\u20ac": ""}.get(c, c) for c in text), len(text.translate(table)))
print("x" * 200 == ("x" * 200).translate({}), "".translate(table) == "", ("c" * 100).translate(table) == "")
for bad in ({97: 1.5}, {97: -1}, {97: 0x110000}, {97: []}):
    try:
        "bbba".translate(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class Missing(dict):
    def __missing__(self, key):
        return chr(key) * 2
print("abab".translate(Missing({97: "z"})))
for text in ("", "a", "abcabca", "a" * 7, "a" * 8, "a" * 9, "ba" * 100, "\u00e1a" * 50, "\x00a\x00\x80\x7f" * 20):
    print(text.count("a"), text.count("b"), text.count("\x00"), bytes(text, "utf-8").count(b"\x80"), bytes(text, "utf-8").count(0x7f))
