# Messages that 3.12 to 3.14 word differently from 3.11.
class C: pass
class S: __slots__ = ("a",)
c, s = C(), S()
for code in ("1 in 5", "a, b = 1, 2, 3", "a, b = [1, 2, 3]", "{[]: 1}", "{}[[]]", "{[]}",
             "{1: 2}[{}]", "set([[]])",
             "s.b = 1", "object().x = 1", "(5).x = 1", "1 / 0"):
    try:
        exec(code)
    except Exception as e:
        print(code, "->", type(e).__name__, e)
