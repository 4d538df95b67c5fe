# SyntaxErrors in string and bytes literals.
for src in ("'abc", '"abc', "x = 'a\nb'", "'''abc", '"""abc\n\n', "'a\\", "b'\u00e9'",
           "'a' b'b'", "'\\x4'",
            "'\\xzz'", "'\\u12'", "'\\U00110000'", "b'\\x1'", "ur'a'", "bu'a'", "fb'a'",
            "rr'a'", "x = 'it's'"):
    try:
        compile(src, "<test>", "exec")
        print(repr(src), "accepted")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__)
for src in ("'abc", 'x = 1\ny = "abc', "'''abc"):
    try:
        compile(src, "<test>", "exec")
    except SyntaxError as e:
        print(repr(src), "->", e.msg, e.lineno)
try:
    compile("b'\u00e9'", "<test>", "exec")
except SyntaxError as e:
    print(e.msg)
