# What errors say about := behind what cannot be assigned, and about * before a comprehension in a call.
for src in ("lambda: x := 1", "lambda: lambda: x := 1", "print(1), lambda: x := 1", "f() := 1",
            "a.b := 1", "(a, b) := 1", "a, b := 1", "1, 2 := 3", "(x) := 1", "a + b := 1",
            "*a := 1", "yield x := 1", "(yield) := 1", "x = lambda: x := 1", "[lambda: x := 1]",
            "f(lambda: x := 1)", "f(a.b := 1)", "f((x) := 1)", "class A(b.c := 1): pass",
            "f(*a for a in b)", "f(*a for a in b, c)", "f(x, *a for a in b)",
            "f(*a, *b for b in c, d)", "f(*a async for a in b)", "f(x=1, *b for b in c)",
            "f(x, y=1, *b for b in c)", "f(**a for a in b)", "class A(x, *a for a in b): pass",
            "*a for a in b", "x = *a for a in b", "for x in *a for a in b: pass", "x[*a for a in b]",
            "def f(): return *a for a in b", "x: int = *a for a in b", "*a"):
    try:
        compile(src, "<test>", "exec")
        print(src, "accepted")
    except SyntaxError as e:
        print(src, "->", e.msg, e.lineno, e.offset)
