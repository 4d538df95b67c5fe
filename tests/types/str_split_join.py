# split, rsplit, splitlines, partition, rpartition, join.
print("a b  c".split(), " a  b ".split(), "".split(), "   ".split(), "a,b,,c".split(","),
      "".split(","), "abc".split("b"), ",".split(","))
print("a b c d".split(None, 2), "  a b  c ".split(None, 1), "a,b,c".split(",", 1),
      "a,b".split(",", 0), "a--b--c".split("--"), "a b".split(maxsplit=0))
print("a b c d".rsplit(None, 2), " a b  c  ".rsplit(None, 1), "a,b,c".rsplit(",", 1),
      "a,b,c".rsplit(","), "aXXbXXc".rsplit("XX", 1), "x".rsplit(sep=","))
print("a\tb\nc\x0bd\x1ce\u00a0f\u2003g".split(), "\x85a\u3000".split(), "a\u200bb".split())
print("a\nb\r\nc\rd".splitlines(), "a\n".splitlines(), "\n\n".splitlines(), "".splitlines(),
      "a\nb\r\n".splitlines(True), "x\x0by\x0cz\u2028w".splitlines())
print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"), "abc".rpartition("x"),
      "=".partition("="), "a::b".partition("::"))
print(",".join(["a", "b"]), "".join("abc"), "-".join([]), "-".join(["x"]),
      ", ".join(c for c in "xyz"), "é".join("日本"), "ab".join(("1", "2", "3")))
print("x".join({"k": 1}), "".join(["a"] * 5), "|".join(map(str, range(4))))
for f in (lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(1),
          lambda: ",".join([1]), lambda: ",".join(["a", b"b"]),
          lambda: ",".join(5), lambda: "a".rpartition(""), lambda: "a".split(",", "x"),
          lambda: "".join(None)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
def gen():
    yield "a"
    yield "b"
print("+".join(gen()), len("aé日".join(["x"] * 100)), "日,本,語".split(","), "日本語".rsplit("本"))
