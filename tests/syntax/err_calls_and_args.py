# SyntaxErrors in calls and parameter lists.
for src in ("f(a=1, 2)", "f(**a, 1)", "f(**a, *b)", "f(a=1, a=2)", "f(a for a in b, 1)",
           "f(1, a for a in b)",
            "f(a=)", "f(=1)", "f(,)", "f(a,,b)", "f(*)", "f(**)", "f(a b)", "f(a", "f a)",
            "def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass",
            "def f(**k, a): pass", "def f(*a, *b): pass", "def f(/, a): pass",
            "def f(a, /, b, /): pass",
            "def f(*, /): pass", "def f(a=): pass", "def f((a, b)): pass", "def f(1): pass",
            "def f(a.b): pass",
            "def f(**k=1): pass", "def f(*a=1): pass", "lambda a, a: 1", "lambda a=1, b: 1",
            "lambda *: 1",
            "class C(a for a in b): pass", "class C(x=1, y): pass", "def f: pass",
            "def (): pass", "def f()",
            "class C", "class C()", "class: pass", "class 1: pass", "f(a := 1, b = 2, c)",
            "f(a = b := 1)"):
    try:
        compile(src, "<test>", "exec")
        print(src, "accepted")
    except SyntaxError as e:
        print(src, "->", type(e).__name__)
for src in ("f(a=1, 2)", "f(**a, 1)", "f(a=1, a=2)"):
    try:
        compile(src, "<test>", "exec")
    except SyntaxError as e:
        print(src, "->", e.msg, e.lineno)
