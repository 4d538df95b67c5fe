# Syntax that 3.14 refuses or words differently from earlier versions.
for src in ("def f(a=1, b): pass", "def f(a, a): pass", "x = t'a' 'b'",
            "try: pass\nexcept A, B as e: pass",
            "class C[T, T]: pass", "def f[T: (yield)](): pass", "type X[T] = (yield)",
            "type X = (await y)",
            "def f[](): pass", "class C[T = int, U]: pass", "def f[*Ts = 1, **P, T](): pass",
            "f'{a!x}'", "type = 5 6"):
    try:
        compile(src, "<t>", "exec")
        print(src, "accepted")
    except SyntaxError as e:
        print(src, "->", type(e).__name__)
for src in ("def f(a=1, b): pass", "f'abc", "f'''abc", "t'abc"):
    try:
        compile(src, "<t>", "exec")
    except SyntaxError as e:
        print(src, "->", e.msg)
