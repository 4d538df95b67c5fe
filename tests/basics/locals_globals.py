# locals(), globals(), vars() and changes through globals().
a = 1
globals()["b"] = 2
print(b, globals()["a"], "a" in globals(), locals() is globals(), vars() is globals())
def f(p, *q, k=3, **kw):
    r = 4
    return sorted(locals().items())
print(f(1, 2, z=5))
def g():
    before = list(locals())
    x = 1
    after = list(locals())
    return before, after
print(g())
def outer():
    free = 1
    def inner():
        y = free
        return sorted(locals().items())
    return inner()
print(outer())
class C:
    m = 1
    names = [n for n in sorted(locals()) if not n.startswith("__")]
print(C.names)
del globals()["b"]
try:
    b
except NameError as e:
    print(e)
def h():
    global newly
    newly = 9
h()
print(newly, "newly" in globals())
def shadow():
    len = lambda x: "shadowed"
    return len([])
print(shadow(), len([]))
print = print
def deleted():
    x = 1
    del x
    return "x" in locals()
print(deleted(), [k for k in locals() if k == "a"])
