# str.format: fields, attributes, indices, conversions, nesting, errors.
class P:
    x = 5
    d = {"k": "v", 0: "zero"}
    l = [10, 20]
    def __getitem__(self, k): return (type(k).__name__, k)
p = P()
print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("x", "y"), "{a} {b}".format(a=1, b=2),
      "{} {a} {}".format(1, 2, a=3), "{{}} {{{}}}".format(5))
print("{0.x} {0.d[k]} {0.l[1]} {0[key]} {0[5]} {0[-1]} {0.d[0]}".format(p),
      "{p.x:>5}|{p.l[0]:05d}".format(p=p), "{[1]} {.x}".format([1, 2], p))
print("{!r} {!s} {!a} {!r:>6}|".format("é", "é", "é", "a"),
      "{:{}}|{:{w}.{p}f}|".format("a", 5, 3.14159, w=8, p=2),
      "{:{fill}^{w}}".format("x", fill="*", w=5))
print("{:>10}|{:<10}|{:^10}|{:=+6d}|{:,}|{:.1%}".format("r", "l", "c", 42, 1234567, 0.256),
      "{:s} {:d} {:f}".format("s", 1, 1.0), "{:}".format(3), "{0:}{0!s:}".format(1))
print("{:#x} {:b} {:o} {:e} {:c}".format(255, 5, 8, 1234.5, 65), "".format(), "{}".format("{}"),
      "a{}b".format(""), "{:.3}".format("abcdef"), "{:5.2}|".format("abc"))
for f, a, k in (("{", (), {}), ("}", (), {}), ("{}", (), {}), ("{0} {}", (1, 2), {}),
                ("{} {0}", (1,), {}), ("{1}", (0,), {}), ("{a}", (), {}), ("{0.zz}", (1,), {}),
                ("{0[zz]}", ({},), {}), ("{!z}", (1,), {}), ("{:q}", (1,), {}),
                ("{0[}", ([1],), {}), ("{0!}", (1,), {}), ("{a.b", (), {"a": 1}),
                ("{:{:{}}}", (1, 2, 3), {}),
                ("{0[1]x}", ([1, 2],), {}), ("{!r", (1,), {}), ("{-1}", (1,), {}),
                ("{0x}", (1,), {})):
    try:
        print(repr(f), repr(f.format(*a, **k)))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as e:
        print(repr(f), type(e).__name__)
print("{x} {y}".format_map({"x": 1, "y": 2}), "{0}{0}".format("ab"), "{a[b]}".format(a={"b": 7}),
      "{:{}}".format(5, "03d"), "{:d}".format(True))
