# SyntaxErrors found by scope analysis.
for src in ("def f():\n    x = 1\n    global x", "def f():\n    print(x)\n    global x",
            "def f(x):\n    global x",
            "def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x",
            "def f(x):\n    nonlocal x", "nonlocal x", "def f():\n    nonlocal x",
            "def f():\n    global x\n    nonlocal x",
            "x = 1\ndef f():\n    def g():\n        nonlocal x",
            "def f():\n    for x in y: pass\n    global x",
            "def f():\n    x: int\n    global x",
            "class C:\n    x = 1\n    def f(self):\n        nonlocal x",
            "[x := 1 for x in y]", "[y for y in (z := [1])]", "class C:\n    [(a := i) for i in x]",
            "[[(j := 0) for i in x] for j in y]", "def f():\n    def x(): pass\n    nonlocal x"):
    try:
        compile(src, "<test>", "exec")
        print(repr(src), "accepted")
    except SyntaxError as e:
        print(repr(src), "->", e.msg, e.lineno)
