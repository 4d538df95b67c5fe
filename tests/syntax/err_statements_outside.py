# SyntaxErrors: statements in the wrong place, with message and line.
for src in ("return 1", "class C:\n    return 1", "break", "if 1:\n  continue",
           "def f():\n    break",
            "while 1:\n    def g():\n        continue", "yield 1", "class C:\n    yield 1",
            "await x",
            "def f():\n    await x", "def f():\n    from math import *", "async with x: pass",
            "def f():\n    async for a in b: pass", "for i in x: pass\nelse: break",
            "[(yield 1) for x in y]", "def f():\n    [await z for z in y]",
            "async def f():\n    yield 1\n    return 2", "async def f():\n    yield from x"):
    try:
        compile(src, "<test>", "exec")
        print(repr(src), "accepted")
    except SyntaxError as e:
        print(repr(src), "->", e.msg, e.lineno)
