# SyntaxErrors: brackets that do not match, with message, line and offset.
for src in ("(1", "x = [1,\n2", "{1: 2", "f(1,\n", "(", ")", "x = 1)", "]", "}", "(]", "[1)",
           "{1]", "([)]",
            "x = (\n1\n]", "print((1)", "a[1", "def f(a:\n  pass", "(1, 2", "x = {'a': [1, 2}"):
    try:
        compile(src, "<test>", "exec")
        print(repr(src), "accepted")
    except SyntaxError as e:
        print(repr(src), "->", e.msg, e.lineno, e.offset)
for depth in (50, 99):
    print(len(eval("[" * depth + "]" * depth)), eval("(" * depth + "7" + ")" * depth))
