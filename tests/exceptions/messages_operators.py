# Messages of wrong operand types.
class C: pass
c = C()
for code in ("1 + 'a'", "'a' + 1", "[] + 1", "[] + ()", "() + []", "1 - 'a'", "'a' - 'b'",
             "'a' * 'b'", "[] * 'a'", "1 / 'a'", "1 // []", "1 % 'a'", "1 ** 'a'", "1 @ 2",
             "1 << 1.0", "1 & 'a'", "1.0 | 2", "c + 1",
             "1 + c", "c - c", "-'a'", "+[]", "~1.5", "-c", "not_a_problem if 0 else ~''",
             "1 < 'a'", "'a' < 1", "[] < 1", "c < c", "None < 1", "1j < 1", "() >= []", "{} > {}",
             "b'a' < 'a'", "None + 1", "1 + None",
             "b'' + ''", "{} + {}", "{1} + {2}", "{1} | [2]", "'' % 1 and 0", "divmod('a', 1)",
             "pow('a', 2)", "abs('a')", "len(1)", "sum(['a'])", "[1, 2] - [1]",
             "range(2) + range(2)", "'%d' % 'a'", "int + 1", "len + 1",
             "(lambda: 0) + 1"):
    try:
        exec(code)
        print(code, "ok")
    except TypeError as e:
        print(code, "->", e)
for code in ("x = 1; x += 'a'", "x = 'a'; x -= 1", "x = []; x *= 'a'", "x = None; x @= 1",
             "x = {}; x |= 5", "x = (1,); x += [2]"):
    try:
        exec(code)
    except TypeError as e:
        print(code, "->", e)
