# Words, counts, tables, wrapping, caesar, run-length encoding, parsing.
text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
words = [w.strip(",").lower() for w in text.split()]
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:4]: print("%-6s|%3d|%s" % (w, n,
    "#" * n))
print(len(words), len(set(words)), max(words, key=len), text.count("\n"), text.title()[:20])
def wrap(s, n):
    out, cur = [], ""
    for w in s.split():
        if cur and len(cur) + 1 + len(w) > n: out.append(cur); cur = w
        else: cur = (cur + " " + w).strip()
    return out + [cur]
for l in wrap(text, 24): print(f"[{l:^24}]")
def rle(s):
    out = []
    for c in s:
        if out and out[-1][0] == c: out[-1][1] += 1
        else: out.append([c, 1])
    return "".join(c + str(n) if n > 1 else c for c, n in out)
print(rle("aaabccddddd"), rle(""), "".join(c * int(n) for c, n in zip("abc", "312")))
rows = [l.split(":") for l in "name:age\nal:30\nbobby:5".splitlines()]
widths = [max(len(r[i]) for r in rows) for i in range(2)]
for r in rows: print(" | ".join(c.ljust(w) for c, w in zip(r, widths)).rstrip())
print({k: v for k, _, v in (p.partition("=") for p in "a=1&b=2&c".split("&"))},
      "racecar" == "racecar"[::-1])
def tokens(s):
    i = 0
    while i < len(s):
        if s[i].isspace(): i += 1; continue
        j = i + 1
        while j < len(s) and s[i].isalnum() and s[j].isalnum(): j += 1
        yield s[i:j]
        i = j
print(list(tokens("foo = bar2*(x1 + 42)")))
