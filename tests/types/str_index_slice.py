# Indexing and slicing of ASCII and non-ASCII strings.
for s in ("hello", "héllo wörld", "日本語テキスト", "a\U0001F600b\U0001F600c", "", "x"):
    n = len(s)
    print(n, s[:2], s[2:], s[-2:], s[:-1], s[::2], s[::-1], s[1:4], s[-3:-1], s[5:2], s[10:],
          s[-100:100], s[3:0:-1])
    for a in range(-n - 1, n + 2):
        for b in range(-n - 1, n + 2):
            for c in (1, 2, -1, -2):
                assert list(s[a:b:c]) == list(s)[a:b:c]
    assert "".join(s[i] for i in range(n)) == s and [s[i - n] for i in range(n)] == list(s)
s = "añb"
print(s[0], s[1], s[2], s[-1], s[-2], s[True])
for k in (3, -4, 10 ** 20, "0", 1.0, None, (1,)):
    try:
        print(s[k])
    except (IndexError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
try:
    s[::0]
except ValueError as e:
    print(e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
print(s[slice(None, 2)], s[slice(1)], s[10 ** 30:], s[:10 ** 30], s[:: 10 ** 30], s[::-10 ** 30])
