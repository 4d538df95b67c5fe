# Implicit special method lookup skips the instance and __getattribute__.
class C:
    def __getattribute__(self, n):
        log.append(n)
        return object.__getattribute__(self, n)
    def __getattr__(self, n):
        log.append("getattr " + n)
        raise AttributeError(n)
    def __len__(self): return 5
log = []
c = C()
print(len(c), log)
print(c.__len__(), log)
log.clear()
c.__len__ = lambda: 99
c.__str__ = lambda: "instance str"
c.__add__ = lambda o: "instance add"
c.__bool__ = lambda: False
print(len(c), str(c) == "instance str", bool(c))
log.clear()
for f in (lambda: c + 1, lambda: c[0], lambda: c(), lambda: iter(c), lambda: -c, lambda: next(c)):
    try:
        print(f())
    except TypeError:
        print("TypeError", end=" ")
print(log)
class D:
    pass
d = D()
d.__enter__ = d.__exit__ = d.__iter__ = d.__contains__ = d.__call__ = lambda *a: 1
for code in ("with d: pass", "iter(d)", "1 in d", "d()", "hash(d) and 0", "d == 1"):
    try:
        exec(code)
        print(code, "ok")
    except TypeError:
        print(code, "TypeError")
