# Sources that are not valid text: NUL bytes, bad UTF-8, odd characters.
for src in ("a\0b", "\0", b"x = '\xff'", b"\xff\xfe", "x = 1 \u20ac 2", "x\u00a0= 1", "\u2028",
           "x = \u201cq\u201d",
            "x = \x7f", "x = \x01"):
    try:
        compile(src, "<test>", "exec")
        print(ascii(src), "accepted")
    except (SyntaxError, ValueError) as e:
        print(ascii(src), "refused")
for mode in ("exec", "eval", "single"):
    print(type(compile("1", "<t>", mode)).__name__)
try:
    compile("1", "<t>", "other")
except ValueError as e:
    print("ValueError")
for bad in (1, None, ["x"]):
    try:
        compile(bad, "<t>", "exec")
    except TypeError:
        print("TypeError")
exec(b"v = 'bytes \xc3\xa9'")
print(v)
exec(bytearray(b"w = 2"))
print(w)
exec(compile("z = 3", "<t>", "exec"))
print(z, eval(compile("z * 2", "<t>", "eval")))
exec(compile("z + 5", "<t>", "single"))
