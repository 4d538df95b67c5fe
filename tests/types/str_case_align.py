# Case conversion, centring, justification, zfill, and predicates.
for s in ("hello World", "ÀÉ ñ ö", "123abc", "", "they're bill's", "x", "aB-cD_eF"):
    print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
print("ab".center(6) + "|", "ab".center(7, "*"), "abc".center(6, "-"), "ab".ljust(5) + "|",
      "ab".rjust(5, "."), "ab".ljust(1), "é".center(4, "日"))
print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "".zfill(3), "abc".zfill(2), "--1".zfill(5))
names = ("isalpha", "isdigit", "isalnum", "isdecimal", "isnumeric", "isspace", "isupper", "islower",
         "istitle", "isidentifier", "isprintable", "isascii")
for s in ("", "abc", "ABC", "Abc Def", "123", "12a", " \t", "a b", "é", "²", "½", "٣", "日", "\n",
          "_x1", "\x7f", "Ａ", "ª", "aB", "\U0001F600", "\u200b", "1a", "A1", "ǅ"):
    print(ascii(s), "".join(str(int(getattr(s, n)())) for n in names))
for f in (lambda: "a".center(5, "ab"), lambda: "a".ljust(5, ""), lambda: "a".ljust("5"),
          lambda: "a".zfill(1.5), lambda: "a".center()):
    try:
        f()
    except TypeError as e:
        print(type(e).__name__, end=" ")
print()
