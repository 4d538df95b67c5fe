# SPDX-License-Identifier: MIT
"""Writes core/text/unicode_tables.h from what this Python knows of Unicode.

usage: make_unicode.py > core/text/unicode_tables.h

The layout of the tables is explained in core/text/unicode.c.
"""

import unicodedata

RUNS_PER_GROUP = 24
MAX_RUN = 0xFFFF
END = 0x110000

PROPERTIES = ["isalpha", "isdecimal", "isdigit", "isnumeric", "isspace", "islower", "isupper"]


def case_ignorable(s):
    """Whether str.lower() skips it when it looks for letters around a capital sigma."""
    if ("A" + s + "\u03a3").lower()[-1] != "\u03c2":
        return False
    cased = (s + "a").title()[-1] == "a" and (s + "\u03a3").lower()[-1] == "\u03c2"
    return not cased


def properties(c):
    s = chr(c)
    if unicodedata.category(s) in ("Cn", "Co", "Cs"):
        return 0  # unassigned, private, surrogate; the test looks at these as well
    bits = [getattr(s, name)() for name in PROPERTIES]
    bits += [unicodedata.category(s) == "Lt", s.isprintable(), s.isidentifier()]
    bits += [("a" + s).isidentifier(), case_ignorable(s)]
    return sum(bit << i for i, bit in enumerate(bits))


# ---- properties: runs of equal ones


def make_runs():
    """[start, length, properties]; alternating runs of one are [start, length, (even, odd)]."""
    runs = []
    for c in range(END):
        p = properties(c)
        if runs and runs[-1][2] == p and runs[-1][1] < MAX_RUN:
            runs[-1][1] += 1
        else:
            runs.append([c, 1, p])
    merged = []
    for run in runs:
        last = merged[-1] if merged else [0, 0, None]
        if run[1] == 1 and isinstance(last[2], tuple) and last[2][last[1] % 2] == run[2]:
            last[1] += 1
        elif run[1] == 1 and last[1] == 1 and {last[2], run[2]} == LETTERS:
            merged[-1] = [last[0], 2, (last[2], run[2])]
        else:
            merged.append(run)
    return merged


UPPER, LOWER = properties(ord("A")), properties(ord("a"))
LETTERS = {UPPER, LOWER}


def encode_run(code, length):
    if length <= 2:
        return [code << 2 | length - 1]
    if length <= 2 + 256:
        return [code << 2 | 2, length - 3]
    return [code << 2 | 3, length & 255, length >> 8]


def check_decimals(runs):
    """Runs of decimal digits start with a zero and go on in order."""
    for start, length, p in runs:
        for i in range(length):
            if not isinstance(p, tuple) and p & 2:
                assert unicodedata.decimal(chr(start + i)) == i % 10


def digit_ranges():
    """Digits that are not decimal: [start, length, first value]"""
    ranges = []
    for c in range(END):
        s = chr(c)
        if s.isdigit() and not s.isdecimal():
            last = ranges[-1] if ranges else [0, 0, 0]
            if c == last[0] + last[1] and unicodedata.digit(s) == last[2] + last[1]:
                last[1] += 1
            else:
                ranges.append([c, 1, unicodedata.digit(s)])
    return ranges


# ---- case mappings


def map_ranges(mapping):
    """[start, count, step, delta modulo 2 ** 16] of a dict of code points."""
    ranges = []
    for c in sorted(mapping):
        delta = mapping[c] - c & 0xFFFF
        assert c >> 16 == mapping[c] >> 16
        if ranges and ranges[-1][3] == delta:
            start, count, step, _ = last = ranges[-1]
            if count == 1 and c - start <= 2:
                last[1:3] = [2, c - start]
                continue
            if count > 1 and c == start + count * step:
                last[1] += 1
                continue
        ranges.append([c, 1, 1, delta])
    assert all(count < 1024 for _, count, _, _ in ranges)
    return ranges


def split(name):
    """The single and the longer results of a str method that are not the character itself."""
    results = {c: [ord(x) for x in getattr(chr(c), name)()] for c in range(128, END)}
    single = {c: r[0] for c, r in results.items() if len(r) == 1 and r[0] != c}
    longer = {c: r for c, r in results.items() if len(r) > 1}
    return results, single, longer


def lower_each(text):
    """What lower_rest() in unicode.c does: lower cases of one code point."""
    return [ord(chr(c).lower()) if len(chr(c).lower()) == 1 else c for c in text]


def derived_title(upper):
    """unicode_map_title() without its table."""
    return upper if len(upper) == 1 else upper[:1] + lower_each(upper[1:])


def exceptions(results, derive, upper):
    """Where a mapping isn't what is derived from the upper-case one: single and longer results."""
    differ = {c: r for c, r in results.items() if r != derive(upper[c])}
    return ({c: r[0] for c, r in differ.items() if len(r) == 1},
            {c: r for c, r in differ.items() if len(r) > 1})


# ---- output


def put(declaration, items, form="%d"):
    print(f"\nstatic const {declaration} = {{")
    line = "   "
    for item in items:
        text = " " + form % item + ","
        if len(line) + len(text) > 99:
            print(line)
            line = "   "
        line += text
    print(line)
    print("};")


def put_map(name, mapping, longer):
    ranges = map_ranges(mapping)
    put(f"uint32_t {name}_ranges[]",
        [start << 11 | (step - 1) << 10 | count for start, count, step, _ in ranges], "0x%x")
    put(f"uint16_t {name}_deltas[]", [delta for _, _, _, delta in ranges])
    if longer:
        put(f"uint16_t {name}_longer[][4]",
            [tuple([c] + r + [0] * (3 - len(r))) for c, r in sorted(longer.items())],
            "{0x%x, 0x%x, 0x%x, 0x%x}")


def main():
    runs = make_runs()
    check_decimals(runs)
    kinds = sorted({p for _, _, p in runs if not isinstance(p, tuple)})
    pairs = sorted({p for _, _, p in runs if isinstance(p, tuple)})
    assert len(kinds) + len(pairs) <= 64
    codes = {p: i for i, p in enumerate(kinds + pairs)}
    data, starts, offsets = [], [], []
    for i, (start, length, p) in enumerate(runs):
        if i % RUNS_PER_GROUP == 0:
            starts.append(start)
            offsets.append(len(data))
        data += encode_run(codes[p], length)
    print("// SPDX-License-Identifier: MIT\n//")
    print("// Tables of unicode.c, made by tools/make_unicode.py from Unicode "
          f"{unicodedata.unidata_version}. Don't edit.")
    print(f"\nenum {{ PLAIN_KINDS = {len(kinds)} }};")
    put("uint16_t kind_properties[PLAIN_KINDS]", kinds)
    put("uint16_t pair_properties[][2]", pairs, "{%d, %d}")
    put("uint32_t group_starts[]", starts, "0x%x")
    put("uint16_t group_offsets[]", offsets)
    put("uint8_t runs[]", data)
    put("uint32_t digit_ranges[]", [c << 8 | n << 4 | v for c, n, v in digit_ranges()], "0x%x")
    _, lower, lower_longer = split("lower")
    upper_results, upper, upper_longer = split("upper")
    put_map("lower", lower, lower_longer)
    put_map("upper", upper, upper_longer)
    put_map("title", *exceptions(split("title")[0], derived_title, upper_results))
    put_map("fold", *exceptions(split("casefold")[0], lower_each, upper_results))


main()
