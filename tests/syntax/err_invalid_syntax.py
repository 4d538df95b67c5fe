# Plain "invalid syntax" and its common relatives: all must be refused, some with a fixed message.
bad = ["x = ", "= 1", "x ==", "1 +", "a b", "if", "if x", "if x pass", "for", "for x",
"for x in", "while",
       "else: pass", "elif x: pass", "except: pass", "finally: pass", "case 1: pass", "import",
       "import a.",
       "from a", "from a import", "from . import", "import a as", "from a import (b",
       "from a import b,",
       "class", "def", "lambda", "lambda x", "with", "with a as: pass", "raise from x", "try: pass",
       "assert", "del", "x..y", "x.1", "1.x.", "@", "@a", "@a\nx = 1", "a ? b : c", "x++", "++",
       "!x",
       "a <> b", "a =< b", "a => b", "not", "a not b", "a is is b", "a in", "[1 2]", "{1: }",
       "{: 1}",
       "{1: 2, 3}", "{1, 2: 3}", "[x for]", "[for x in y]", "[x for x y]", "(x for x in y",
       "x[", "x[]",
       "a, b += 1", "print 1", "exec 'a'", "async x", "async def", "return yield", "a = yield =",
       "nonlocal x", "global", "global x.y", "pass 1", "break 2", "...x", "`a`", "x = 5 if",
       "x = 5 if y",
       "**a", "a ** ", "f(**)", "*", "x: ", "x: int =", "\\", "\\ \nx", "x = 1;;", ";",
       "match x: pass",
       "if x = 1: pass", "while x = 1: pass", "for x in y = 1: pass", "a = 1 = b", "1x", "0777",
       "0xg"]
bad_ok = []
for src in bad:
    try:
        compile(src, "<test>", "exec")
        bad_ok.append(src)
    except SyntaxError:
        pass
print(len(bad), "refused, except", bad_ok)
for src in ("x = ", "if x pass", "try: pass", "print 1", "if x = 1: pass", "a b", "0777",
           "x = 1 +\ny = 2",
            "x = 08", "0b12", "1abc", "a = 5 \\ 3", "[1 2]", "pass\nx y z\n", "for x in y\n  pass",
            "class C\n  pass", "{1: 2, 3}", "f(a b)"):
    try:
        compile(src, "<test>", "exec")
    except SyntaxError as e:
        print(repr(src), "->", e.msg, e.lineno)
