# Concatenation, repetition, comparison, immutability, ord/chr, iteration, conversion.
print("a" + "b", "ab" * 0, "ab" * -1, 3 * "ab", "a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc",
      "" < "a", "é" > "z", "\U0001F600" > "\uffff", "Z" < "a")
print(ord("a"), ord("é"), ord("\U0001F600"), chr(97), chr(0x1F600), chr(0) == "\0",
      ascii(chr(0xd800)), ascii(chr(0x10ffff)))
for f in (lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: chr(-1),
          lambda: chr(0x110000), lambda: chr("a"), lambda: "a" + 1, lambda: 1 + "a",
          lambda: "a" * "b", lambda: "a" - "b", lambda: "a" * 1.0, lambda: -"a", lambda: "a" < 1,
          lambda: "a" + b"b", lambda: "a" + None):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(str(), str(5), str(None), str([1, "a"]), str("x"), str(1.0), str(b"b"), str(object=3),
      repr("a'b"), repr('a"b'), repr("\n\t\\\0\x1b\x7f"), repr("é\xad\u200b\U0001F600"))
print(list("aé日"), [c for c in "xy"], sorted("hello"), "".join(reversed("añb")), min("hello"),
      max("hello"), dict.fromkeys("aab"), tuple("ab"), set("aa"), len("é" * 100))
s = "abc"
t = s
t += "d"
print(s, t, s is not t, "abc" == "ab" + "c", hash("abc") == hash("ab" + "c"), "a" in "cat",
      s.__len__(), s.__contains__("b"), s.__mul__(2), s.__add__("z"))
print("%s" % "x" "y", "a" "b" * 2, "abc"[1] * 3, ("x" * 70000).count("x"), ("ab" * 40000)[79999],
      "a\0b" == "a\0b", len("a\0b"), "a\0b" < "a\0c")
print(str.__name__, type("").__name__, "x".__class__, str.upper("a"), callable("".upper),
      "abc".__getitem__(slice(1, None)), "b" > "a" > "", bool(""), bool(" "))
