# Exceptions out of special methods pass through untouched, with their type.
class X(Exception): pass
def boom(*a, **k): raise X("boom")
class B:
    pass
for n in ("__len__", "__bool__", "__eq__", "__lt__", "__hash__", "__repr__", "__str__", "__iter__",
          "__next__", "__contains__", "__getitem__", "__setitem__", "__delitem__", "__add__",
          "__radd__", "__neg__", "__call__", "__index__",
          "__int__", "__float__", "__enter__", "__exit__", "__format__", "__getattr__", "__abs__",
          "__reversed__", "__bytes__", "__round__", "__dir__", "__iadd__", "__and__", "__divmod__",
          "__pow__", "__invert__"):
    setattr(B, n, boom)
B.__enter__ = boom
b = B()
codes = ("len(b)", "bool(b)", "not b", "b == 1", "b != 1", "1 == b", "b < 1", "1 > b", "hash(b)",
         "repr(b)", "str(b)", "iter(b)", "next(b)", "1 in b", "b[0]", "b[0] = 1", "del b[0]",
         "b + 1", "1 + b", "-b", "b()", "[1][b]", "int(b)",
         "float(b)", "f'{b}'", "b.missing", "abs(b)", "reversed(b)", "bytes(b)", "round(b)",
         "dir(b)", "b += 1", "b & 1", "divmod(b, 1)", "b ** 2", "~b", "list(b)", "x, y = b", "[*b]",
         "sum([b])", "sorted([b, b])", "max(b, b)",
         "{b: 1}", "{b}", "print(b)", "'%s' % b", "'%d' % b", "'{}'.format(b)", "[b] == [1]",
         "(b,) < (1,)", "range(b)", "'a' * b", "if b: pass", "while b: pass", "b and 1",
         "for x in b: pass", "getattr(b, 'q')", "hasattr(b, 'q')",
         "[1, 2].index(b)", "[1].count(b)", "{1: 2}.get(b)", "any([b])", "all([b])",
         "list(map(b, [1]))", "list(filter(b, [1]))", "''.join(b)", "dict(b)", "assert b",
         "isinstance(1, b)", "with b: pass", "hex(b)", "b[1:2]", "raise b")
for code in codes:
    try:
        exec(code)
        print(code, "-> ok")
    except X as e:
        print(code, "-> X", end="; ")
    except Exception as e:
        print(code, "->", type(e).__name__, end="; ")
print()
