# Case mapping outside Latin-1: special casing, title case, final sigma.
for s in ("ß", "straße", "ﬁ", "ǆ", "ŉ", "ΑΣ", "ΑΒΓ", "ÿ", "Ÿ", "µ", "Привет мир", "İ", "ı", "ǅ",
          "日本"):
    print(ascii(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
for s in ("Ж", "ж", "Ω", "ǅ", "ª", "ʰ", "日", "٣", "²", "Ⅷ", "\u00a0", "\u2003", "\u0301", "\ue000"):
    print(ascii(s), s.isupper(), s.islower(), s.istitle(), s.isalpha(), s.isdigit(), s.isdecimal(),
          s.isnumeric(), s.isspace(), s.isidentifier(), s.isprintable())
print("ЖЖ жж".title(), "ΟΔΥΣΣΕΥΣ".lower(), "éa o'neill x-y".title(), len("ΐ".upper()), "ẞ".lower())
