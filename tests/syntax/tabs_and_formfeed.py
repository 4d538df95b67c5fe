# Tabs as indentation (eight columns), form feeds, CR and CRLF line ends, BOM, no final newline.
src = "if 1:\n\tx = 1\n\tif x:\n\t\tx = 2\n\ty = 3\n"
exec(src)
print(x, y)
exec("def f():\n\treturn 'tab'\n\x0c\ndef g():\n return 'ff'\n")
print(f(), g())
exec("a = 1\r\nif a:\r\n  b = 2\r\nc = 3\r\n")
print(a, b, c)
exec("p = 1\rq = 2\r")
print(p, q)
exec("s = '''l1\r\nl2\rl3\nl4'''")
print(repr(s))
exec("\ufeffbom = 5".encode("utf-8"))
print(bom)
exec("last = 'no newline'")
exec("# only a comment")
exec("")
exec("\n\n   \n\t\n# c\n   # c2\n")
print(last)
exec("# -*- coding: utf-8 -*-\nt = '\u00e9'".encode("utf-8"))
print(t)
for bad in ("if 1:\n\tx = 1\n        y = 2\n", "if 1:\n        x = 1\n\ty = 2\n",
            "if 1:\n    x = 1\n  y = 2\n", "  x = 1\n", "if 1:\nx = 1\n", "x = 1\n  y = 2\n"):
    try:
        exec(bad)
        print("ok")
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno)
