# Expressions a compiler may fold: results and errors stay those of run time.
print(1 + 2 * 3, 2 ** 10, 7 // 2, -7 // 2, 7 % -3, 1 << 10, 255 >> 4, ~0, -(-5), +True)
print("a" + "b", "ab" * 3, 3 * "ab", b"a" + b"b", (1, 2) + (3,),
      (1,) * 3, "abc"[1], (1, 2, 3)[-1], "abc"[::-1])
print(1 < 2, "a" in "abc", not 0, None is None, 1 if 0 else 2, 0 and 1, 0 or 1, 1 == 1.0)
print(0.5 + 0.25, 1 / 3 < 0.34, 1e308 * 1e308, -0.0, 0.0 * -1, 5 / 2, 4 ** 0.5, 2 ** -1)
print(2 ** 100, -2 ** 63, 10 ** 20 // 10 ** 18, (1 << 64) - 1, 1 << 70 >> 68)
def f(n):
    if n == 0: return 1 / 0
    if n == 1: return 1 << -1
    if n == 2: return "a" + 1
    if n == 3: return (1, 2)[5]
    if n == 4: return 5 % 0
    if n == 5: return -"a"
    if n == 6: return "abc"[10]
    if n == 7: return 0 ** -1
for n in range(8):
    try:
        f(n)
    except Exception as e:
        print(n, type(e).__name__, end="; ")
print()
def big():
    if 0:
        return 9 ** 9 ** 9 ** 9, "x" * 10 ** 12, 1 << 10 ** 12, (0,) * 10 ** 12
    return "never evaluated"
print(big())
if False: undefined_function()
while False: undefined_function()
print(1_000 * 1_000, 0xff & 0x0f | 0x100, 3 ^ 5, not not 3, 1 + 2j * 2, -0.0 == 0.0)
