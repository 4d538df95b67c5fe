# Long source is looked at in portions: nothing shows where they meet.
for pad in range(65520, 65545):
    for text in ("é", "\U0001f600", "日"):
        source = "#" + "x" * pad + text + text + "\nv='" + text * 3 + "'"
        for s in (source, source.encode()):
            names = {}
            exec(s, names)
            assert names["v"] == text * 3
    names = {}
    exec("#" + "x" * pad + "\r\nv=4\r\nw='" + "a" * 70000 + "'", names)
    assert names["v"] == 4 and len(names["w"]) == 70000
for pad in range(65526, 65540):
    try:
        compile("x='" + "a" * pad + "é'\ny=1\n\nz =  = 3\n", "f", "exec")
    except SyntaxError as e:
        assert (e.lineno, e.offset) == (4, 6), (e.lineno, e.offset)
    else:
        print("no error")
    for end in (b"\xc3\n\n", b"\xc3", b"\xa9\n"):
        try:
            compile(b"#" + b"a" * pad + end, "f", "exec")
        except SyntaxError as e:
            assert "utf-8" in str(e), e
        else:
            print("no error")
print("done")
