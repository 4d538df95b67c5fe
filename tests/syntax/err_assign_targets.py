# SyntaxErrors: what can't be assigned to or deleted.
for src in ("1 = x", "'a' = 1", "f() = 1", "a + 1 = 2", "None = 1", "True = 1", "(a, 1) = 2",
           "[a, f()] = 1",
            "x + 1 += 2", "(a, b) += 1", "[a] += 1", "f() += 1", "-x = 1", "a and b = 1",
            "a < b = 1",
            "(lambda: 1) = 2", "(x for x in y) = 1", "[x for x in y] = 1", "{1: 2} = 3", "{1} = 2",
            "a if b else c = 1", "... = 1", "__debug__ = 1", "*a = 1", "*a, *b = c", "a = *b",
            "x.True = 1", "f(a) = 2", "for 1 in x: pass", "for f() in x: pass", "with a as 1: pass",
            "with a as f(): pass", "del f()", "del 1", "del a + b", "del (a, 1)", "del *a",
            "del None",
            "(x := 1) = 2", "x := 1", "(x.y := 1)", "(a[0] := 1)", "((a, b) := 1)",
            "def f(None): pass",
            "import a as None", "class True: pass", "(yield) = 1", "a: int += 1", "(a, b): int",
            "[a]: int",
            "f(None=1)", "f(1=2)", "f(a.b=1)", "f'{x}' = 1", "lambda None: 1", "global None"):
    try:
        compile(src, "<test>", "exec")
        print(src, "accepted")
    except SyntaxError as e:
        print(src, "->", type(e).__name__)
for src in ("1 = x", "f() = 1", "None = 1", "a + 1 = 2", "(a, 1) = 2", "del f()", "*a = 1",
           "*a, *b = c",
            "(a, b): int", "del 1"):
    try:
        compile(src, "<test>", "exec")
    except SyntaxError as e:
        print(src, "->", e.msg, e.lineno, e.offset)
