# \N{...} in literals: names, aliases, ideographs; errors.
print(ascii("\N{GREEK SMALL LETTER ALPHA}-\N{snowman}\N{Latin Small Letter E With Acute}\N{GRINNING FACE}"))
print(ascii("\N{NULL}\N{LINE FEED}\N{BEL}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAG}\N{BYTE ORDER MARK}"))
print(ascii("\N{HYPHEN-MINUS}\N{CJK COMPATIBILITY IDEOGRAPH-F900}" '''\N{EURO SIGN}\
\N{LATIN CAPITAL LETTER GHA}'''))
x = 3
print(ascii(f"{x}\N{EURO SIGN}{x:\N{BULLET}^5}\N{SNOWMAN}"))
print(rf"\N{x}", r"\N{x}", b"\N{x}", "\\N{x}", len("\N{SPACE}"))
for s in r"'\N{foo}'", r"'\N'", r"'\N{'", r"'\N{}'", r"'ab\N{foo bar}c'", r"f'{1}\N{nope}'", r"'\Nabc'", \
        r"'\N{SNOWMAN'", r"'\N{SNOWMAN }'", r"'\N{GREEK_SMALL_LETTER_ALPHA}'", r"'é\N{x}'", r"'\N{" + "A" * 500 + "}'", \
        r"'\N{CJK UNIFIED IDEOGRAPH-4DFF}'", r"'\N{CJK UNIFIED IDEOGRAPH-0041}'", r"'\N{DIGIT\0ONE}'":
    try:
        print(ascii(eval(s)))
    except SyntaxError as e:
        print(e.msg)
