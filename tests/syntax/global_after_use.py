# A module's `global` statement after the name was used or assigned, maybe many statements before.
many = "\n".join("n%d = 1" % i for i in range(600))
lines = [
    "x = 1; y = 2|global x", "x|global x", "def x(): pass|global x", "class x: pass|global x", "x: int|global x",
    "x: int = 1|global x", "x = 1|global z, x", "global x|x = 1", "global x|x = 1|global x", "global x|x: int",
    "[x for y in []]|global x", "[1 for x in []]|global x", "[1 for y in x]|global x", "{x: x for y in []}|global x",
    "(x for i in [])|global x", "(1 for i in x)|global x", "def f(): x|global x", "def f(x=x): pass|global x",
    "def f(a): global a", "lambda: x|global x", "class A: x = 1|global x", "class A(x): pass|global x",
    "@x|def f(): pass|global x", "del x|global x", "x += 1|global x", "x.y = 1|global x", "y.x = 1|global x",
    "x[0] = 1|global x", "for x in []: pass|global x", "with a as x: pass|global x", "print(x)|if 1:|    global x",
    "if 1:|    x = 2|if 1:|    global z, x", "if 1:|    import x|    global x",
    "if 1:|    import x|    x = 1|    global x", "import x|global x", "import x.y|global x", "import a as x|global x",
    "from a import x|global x", "(x := 1)|global x", "f(x=1)|global x", "'doc'|global __doc__",
    "match 1:|    case x: pass|global x",
    # what is never run counts too; := in a comprehension counts in functions only
    "if 0:|    x = 1|global x", "while 0:|    print(x)|global x", "while 1:|    break|    del x|global x",
    "if 0:|    y = 1|global x", "if 0:|    global x|x = 1", "if 0:|    x: int|print(x)|if 0:|    x = 1|global x",
    "while 1:|    break|else:|    x = 1|global x", "[x := 1 for i in a]|global x", "[x := 1 for i in a]|x|global x", "x = 1|[x := 1 for i in a]|global x",
    "[x := 1 for i in a]|x = 1|global x", "if 1:|    {x := 1 for i in a}|    global x", "(x := 1 for i in a)|global x",
    many + "|global n0", many + "|global n599", many + "|global n600",
]
for line in lines:
    try:
        compile(line.replace("|", "\n"), "name", "exec")
        print(line[:50].splitlines()[0], "ok")
    except SyntaxError as e:
        print(line[:50].splitlines()[0], e.msg, e.lineno, e.offset)
