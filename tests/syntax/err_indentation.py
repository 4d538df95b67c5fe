# IndentationError and TabError: class, message, line.
for src in ("if 1:\nx = 1", "def f():\npass", "class C:\nx = 1", "for i in x:\ny",
           "while 1:\ny", "try:\nx",
            "try:\n  x\nexcept:\ny", "try:\n  x\nfinally:\ny", "with a:\ny", "if 1:\n  x\nelse:\ny",
            "if 1:\n  x\nelif 2:\ny", " x = 1", "x = 1\n y = 2", "if 1:\n    x\n   y",
            "def f():\n    x\n  y\n",
            "if 1:\n\tx\n        y", "def f():", "if 1:", "match x:\ncase 1: pass",
            "match x:\n  case 1:\n  pass",
            "if 1:\n  x\n    y", "class C:\n  def f(self):\n  pass"):
    try:
        compile(src, "<test>", "exec")
        print(repr(src), "accepted")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, e.lineno)
print(issubclass(IndentationError, SyntaxError), issubclass(TabError, IndentationError))
