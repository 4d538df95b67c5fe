# global in functions, classes, exec; several names; before first use anywhere.
def init():
    global a, b
    a, b = 1, 2
init()
print(a, b)
def nested():
    def inner():
        global a
        a = "from inner"
    a = "local of nested"
    inner()
    return a
print(nested(), a)
class C:
    global cg
    cg = "class global"
    def m(self): global mg; mg = "method global"
C().m()
print(cg, mg, hasattr(C, "cg"))
def loop():
    global i
    for i in range(3): pass
    global fn, K, mod
    def fn(): return "global fn"
    class K: pass
    import math as mod
loop()
print(i, fn(), K.__qualname__, mod.__name__)
def dele():
    global b
    del b
dele()
print("b" in globals())
def aug():
    global a
    a += "!"
aug()
print(a)
def w():
    global wv
    with open("/dev/null") as wv: pass
    try: 1 / 0
    except ZeroDivisionError as e:
        global kept
        kept = str(e)
w()
print(wv.closed, kept)
exec("global ex\nex = 5", globals(), {})
print(ex)
