# The attributes of a SyntaxError raised by compile, exec and eval.
src = "x = 1\ny = (2 +\nz = 3 ]\n"
try:
    compile(src, "file.py", "exec")
except SyntaxError as e:
    print(e.filename, e.lineno, e.msg, e.text is None or isinstance(e.text, str))
    print(isinstance(e.args, tuple), e.args[0] == e.msg)
try:
    exec("a b")
except SyntaxError as e:
    print(e.filename, e.lineno, e.offset, e.text.strip())
    print(str(e))
try:
    eval("1 +")
except SyntaxError as e:
    print(e.filename, e.lineno, e.msg)
for src in ("x = 1", "import a", "pass", "a; b", "", "   ", "# c"):
    try:
        eval(src)
        print("accepted")
    except SyntaxError as e:
        print(repr(src), type(e).__name__)
print(eval("  1 + 1  "), eval("(1\n+ 2)\n"), eval("\t3"), eval("4 # c"))
e = SyntaxError("msg", ("f.py", 3, 5, "text\n"))
print(e.msg, e.filename, e.lineno, e.offset, repr(e.text), e.args)
print(str(e), "|", str(SyntaxError("only")), SyntaxError().msg)
try:
    raise e
except SyntaxError as x:
    print(x is e, x.lineno)
