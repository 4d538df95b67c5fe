# Subclasses of str, bytes and bytearray.
class S(str):
    def __new__(cls, v, lang="en"):
        self = super().__new__(cls, v)
        self.lang = lang
        return self
    def upper(self): return S(super().upper(), self.lang)
    def __len__(self): return 99
    def __getitem__(self, i): return "item"
s = S("hello", "fr")
print(s, s.lang, s.upper(), s.upper().lang, len(s), s[0], s == "hello", "hello" == s)
print(s + "!", type(s + "!").__name__, type(s.lower()).__name__, s * 2, "ell" in s, s.find("l"))
print({s: 1}["hello"], {"hello": 2}[s], hash(s) == hash("hello"), [s], "%s" % s, f"{s:>7}",
      ",".join([s, s]))
print(s.split("l"), "-".join(s), sorted(s), s.startswith(S("he")), s.replace("l", "L"), str(s),
      s.title())
print(isinstance(s, str), type(str(s)).__name__, getattr(s, S("lang")), S("3").isdigit(),
      int(S("12")))
class B(bytes):
    def first(self): return self[0]
b = B(b"abc")
b.x = 1
print(b, b.first(), b + b"d", type(b + b"").__name__, b == b"abc", b.x, B(3), B([65, 66]),
      {b: 1}[b"abc"])
class BA(bytearray):
    def append(self, v): super().append(v + 1)
ba = BA(b"a")
ba.append(97)
ba.y = 2
ba += b"z"
print(ba, ba.y, len(ba), type(ba).__name__, bytes(ba), ba[0], ba[1:], type(ba[1:]).__name__)
class T(str): pass
print(T(), repr(T()), T(5), T(b"x", "utf-8"), T("a") is not T("a"), T.upper("q"),
      T("x").__class__.__name__)
