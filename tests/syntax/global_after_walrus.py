# `global x` or `nonlocal x` in a function after x := in a comprehension there, or after what is never run.
bodies = [
    "[x := 1 for i in y]|{}", "{{x := 1 for i in y}}|{}", "{{i: (x := 1) for i in y}}|{}", "(x := 1 for i in y)|{}",
    "[1 for i in y if (x := 1)]|{}", "[[x := 1 for j in y] for i in y]|{}", "lambda: [x := 1 for i in y]|{}",
    "[x for x in y]|{}", "return|x = 1|{}", "if 0: x = 1|{}", "while 0: x|{}", "{}|[x := i for i in y]|",
    "{}|list(x := i for i in y)|",
]
for body in bodies:
    for word in "global", "nonlocal":
        code = body.format(word + " x").replace("|", "\n  ")
        try:
            exec(f"def outer():\n x = 0\n def f(y):\n  {code}\n f([5])\n return x\n")
            print(word, body, "ok")
        except SyntaxError as e:
            print(word, body, e.msg, e.lineno, e.offset)
def outer():
    x = 0
    def f():
        nonlocal x
        [x := i for i in (1, 2)]
    def g():
        global x
        [x := i for i in (3, 4)]
    f(), g()
    return x
print(outer(), x)
