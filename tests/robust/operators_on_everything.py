# Every pair of builtin values with every binary operator: a value or a proper exception.
vals = [0, 1, -1, 2 ** 40, True, 0.0, 1.5, float("inf"), float("nan"), 1j, "", "a", b"", b"a",
        bytearray(b"b"), [], [1], (), (1,), {}, {1: 2}, set(), {1}, frozenset([1]), None, ...,
        range(2), slice(1), int, len, lambda: 0, object(),
        ValueError("x"), memoryview(b"m"), {}.keys(), iter([])]
ops = ["+", "-", "*", "/", "//", "%", "@", "<<", ">>", "&", "|", "^", "==", "!=", "<", "<=", ">",
       ">=", "in", "not in", "is", "and", "or"]
fns = {op: eval("lambda a, b: a %s b" % op) for op in ops}
good = bad = 0
names = {}
for op, f in fns.items():
    for a in vals:
        for b in vals:
            if op in ("<<", "*") and (a == 2 ** 40 or b == 2 ** 40): continue
            try:
                f(a, b)
                good += 1
            except (TypeError, ZeroDivisionError, ValueError, OverflowError, MemoryError) as e:
                bad += 1
                if isinstance(e, TypeError): names[op] = names.get(op, 0) + 1
print(good > 5000, bad > 5000, good + bad > 20000)
print([names.get(op, 0) for op in ("==", "!=", "is", "and", "or")])
una = [eval("lambda a: %s a" % op) for op in ("-", "+", "~", "not")] + [abs, len, hash, repr, str,
    bool, int, float, iter, next, callable, type, id, list, sorted, sum, round, ord, hex]
n = 0
for f in una:
    for v in vals:
        if isinstance(v, bool): continue
        try:
            f(v)
        except (TypeError, ValueError, OverflowError, StopIteration):
            n += 1
print(n > 200)
for v in vals:
    for src in ("v.x = 1", "v[0] = 1", "del v[0]", "del v.x", "v()", "v[0]", "v[None]", "v.nope",
                "[*v]", "{**v}", "a, b = v", "for q in v: break", "raise v", "v += v", "v @= v",
                "f'{v:q}'", "'%d' % v", "isinstance(0, v)", "with v: pass"):
        try:
            exec(src, {"v": v})
        except Exception:
            pass
print("survived")
