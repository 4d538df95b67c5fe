# args: -X heapsize=2M
# Source nested beyond any sense raises an exception; the interpreter survives.
def attempt(name, src):
    try:
        compile(src, "<deep>", "exec")
        print(name, "compiled or refused")
    except (SyntaxError, RecursionError, MemoryError, OverflowError):
        print(name, "compiled or refused")
N = 100000
for name, a, mid, b in (("parens", "(", "1", ")"), ("lists", "[", "", "]"),
                        ("dicts", "{1:", "1", "}"), ("calls", "f(", "", ")"),
                        ("subscripts", "a[", "0", "]"), ("tuples", "(", "1", ",)"),
                        ("mixed", "([{", "", "}])")):
    attempt(name, a * N + mid + b * N)
    attempt(name + " open", a * N)
for name, unit, tail in (("not", "not ", "x"), ("minus", "-", "1"), ("tilde", "~", "1"),
                         ("lambda", "lambda: ", "0"), ("cond", "1 if 1 else ", "0"),
                         ("power", "2**", "1"), ("await", "await ", "x"), ("star", "*", "x"),
                         ("attr chain", "a.", "b"), ("plus", "1+", "1"), ("and", "a and ", "b"),
                         ("compare", "a<", "b"), ("assign", "a = ", "1"), ("comma", "a,", "b"),
                         ("dots", ".", "x"), ("at", "@a\n", "def f(): pass")):
    attempt(name, unit * 5000 + tail)
attempt("close", ")" * N)
attempt("call chain", "f" + "()" * 20000)
attempt("index chain", "f" + "[0]" * 20000)
attempt("blocks", "".join(" " * i + "if 1:\n" for i in range(500)) + " " * 500 + "pass\n")
attempt("loops", "".join(" " * i + "for x in y:\n" for i in range(300)) + " " * 300 + "pass\n")
attempt("trys", "".join(" " * i + "try:\n" for i in range(200)) + " " * 200 + "pass\n")
attempt("defs", "".join(" " * i + "def f():\n" for i in range(300)) + " " * 300 + "pass\n")
attempt("classes", "".join(" " * i + "class C:\n" for i in range(300)) + " " * 300 + "pass\n")
attempt("elif", "if 0: pass\n" + "elif 0: pass\n" * 3000)
attempt("comprehensions", "[" * 90 + "1" + " for x in y]" * 90)
attempt("string pieces", "x = " + "'a' " * 20000)
attempt("fstring", "x = f'" + "{1}" * 5000 + "'")
print(eval("1+1"), eval("[" * 50 + "]" * 50) is not None)
