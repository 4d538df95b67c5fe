# Names: class bodies inside functions, comprehensions in classes, global/nonlocal, walrus, del, exec.
x = "global"
def f():
    x = "f"
    class A:
        y = x
        x = "A"
        z = [x for _ in range(1)], (lambda: x)()
        w = [i for i in x]
        def m(self): return x
        class B:
            v = x
            def n(self): return __class__.__name__, x
    return A.y, A.x, A.z, A.w, A().m(), A.B.v, A.B().n()
print(f())
class G:
    x = "G"
    def get(self): return x
    got = x
    del x
    after = x
    for i in range(2): pass
    while (n := i) < 3: i += 1
print(G.got, G.after, G().get(), G.i, G.n, hasattr(G, "x"))
def walrus():
    r = [y := v * 2 for v in range(3) if (last := v) != 1]
    s = [(a, b) for a in range(2) if (b := a + 10)]
    return r, y, last, s, b
print(walrus())
def g():
    global newglobal, x
    newglobal = 5
    x, old = "changed", x
    def h():
        nonlocal old
        old += "!"
        global x
        x = "again"
        return old
    return h(), x
print(g(), newglobal, x)
def unbound(flag):
    if flag: v = 1
    try:
        return v
    except UnboundLocalError as e:
        return str(e)
print(unbound(0), unbound(1))
def loops():
    for i in range(3):
        for i in "ab": pass
    out = [i]
    for j in (): pass
    try:
        j
    except NameError as e:
        out.append(str(e))
    for out[0] in range(2): pass
    d = {}
    for d["k"], *d["r"] in [(1, 2, 3), (4,)]: pass
    return out, d
print(loops())
def params(a, /, b, c=[], *args, d, e={}, **kw):
    c.append(a)
    return a, b, c[:], args, d, sorted(kw)
print(params(1, 2, d=3), params(4, b=5, d=6, a=7), params(1, 2, [0], 9, 9, d=0, z=1))
for bad in (lambda: params(1), lambda: params(1, 2), lambda: params(a=1, b=2, d=3),
      lambda: params(1, 2, b=3, d=4)):
    try:
        bad()
    except TypeError as e:
        print(e)
ns = {"y": 1}
exec("class K:\n z = y\n def m(self): return y + self.z\nr = K().m()\ny = 5\ns = K().m()\ndel y",
      ns)
print(ns["r"], ns["s"], "y" in ns)
loc = {}
exec("a = 1\ndef q(): return 'a' in globals()\nb = q()\nc = [a for _ in 'x'] if False else 0", {},
      loc)
print(sorted(loc), loc["b"])
print(eval("[v + k for v in range(2)]", {"k": 10}), eval("(lambda: z)()", {"z": 3}),
      eval(" 1 +\t1 "))
def outer():
    def inner(): return locals()
    a = 1
    def use(): return a, sorted(locals())
    return inner(), use(), sorted(locals())
print(outer())
class P:
    __secret = 1
    def get(self, __arg=2): return self.__secret, __arg
    def __hid(self): return "hid"
    def call(self): return self.__hid()
    class _Q:
        __s = 3
        def g(self): return self.__s
p = P()
print(p.get(), p.call(), sorted(n for n in dir(p) if "secret" in n or "hid" in n), P._Q._Q__s,
      P._Q().g())
try:
    p.__secret
except AttributeError as e:
    print(e)
def defaults(n, f=lambda m: m * 2, g=[i for i in range(2)], *, h=(w := 5)): return f(n), g, h
print(defaults(2), w)
def dec(tag): return lambda f: lambda *a: (tag, f(*a))
@dec("outer")
@dec("inner")
def deco(v): return v
print(deco(1))
try:
    exec("def f():\n nonlocal q")
except SyntaxError as e:
    print(e.msg)
try:
    exec("def f(a):\n global a")
except SyntaxError as e:
    print(e.msg)
try:
    exec("def f():\n print(b)\n global b")
except SyntaxError as e:
    print(e.msg)
try:
    exec("[i := 0 for i in range(2)]")
except SyntaxError as e:
    print(e.msg)
