# Non-ASCII text in strings, names, comments and docstrings. Ünïcödé comment: 日本語.
def größe(größer: int = 3) -> int:
    """Gibt die Größe — «zurück»."""
    return größer * 2
print(größe(), größe(größer=5), größe.__name__, größe.__doc__)
class Δ:
    ж = "кириллица"
    def λ(self): return self.ж[::-1]
print(Δ.ж, Δ().λ(), Δ.__name__, [n for n in vars(Δ) if not n.startswith("__")])
s = "日本語🎉é"
print(len(s), s[3], s[-1], s.index("語"), "🎉" in s, s.encode("utf-8")[:3], f"{s:>8}|",
      s.replace("本", "x"))
d = {"ключ": 1, "🔑": 2}
print(d["ключ"], d["🔑"], d, list("añ"), "é" "ñ", r"\é", b"\xc3\xa9".decode() == "é")
print("tab\té", '''multi
ligne é''', ascii("é🎉"), "\xe9\u00e9\U000000e9", "ÀÉ".lower(), "ß".upper(), "日".isalpha(),
      "é" > "z")
x = 5  # trailing comment — with dash
print(x)
try:
    exec("naïve = undefined_é")
except NameError as e:
    print(e)
