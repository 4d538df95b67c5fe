# Messages of wrong subscripts, iteration and unpacking.
class C: pass
c = C()
l, t, s, b, n, d = [1], (1,), "s", b"b", 5, {"k": 1}
none = None
for code in ("l[5]", "t[5]", "s[5]", "b[5]", "range(1)[5]", "l['a']", "t['a']", "l[1.5]", "l[none]",
             "n[0]", "none[0]", "c[0]", "len[0]", "n[0] = 1", "none[0] = 1",
             "c[0] = 1", "t[0] = 1", "s[0] = 'x'",
             "b[0] = 1", "del t[0]", "del n[0]", "del c[0]", "del s[0]", "d['z']", "d[1, 2]",
             "l[5] = 1", "del l[5]", "[].pop()", "{}.popitem()", "set().pop()", "bytearray()[0]",
             "l[::0]", "s['a']", "l[c]", "l['a':]",
             "for x in n: pass", "for x in none: pass", "for x in c: pass", "list(5)",
             "tuple(None)", "iter(c)", "next(l)", "next(c)", "x, y = 1", "x, y = none", "x, y = l",
             "x, y, z = (1, 2)", "x, *y = ()", "x, *y, z = [1]",
             "(x, y), z = (1, 2)", "x, y = {}", "x, = ()", "[*n]",
             "[*none]", "set(5)", "'a'.join(5)", "hash([])", "hash({})", "hash(set())",
             "int('x')", "int('1.5')", "float('x')", "int(none)", "int([])", "float([])", "chr(-1)",
             "[].remove(1)", "'a'.index('z')", "ord('ab')", "'x'.foo()", "raise 5",
             "import nope_mod", "assert 0, 'm'"):
    try:
        exec(code)
        print(code, "ok")
    except Exception as e:
        print(code, "->", type(e).__name__, e)
