# Names made at run time die with their last use, whatever they were used for.
import gc, sys

class C:
    pass
one = C()

def globals_(n, i):
    exec("%s = 1\nx = %s" % (n, n), {})
def attributes(n, i):
    exec("o.%s = 1\nv = o.%s" % (n, n), {"o": C()})
def deleted(n, i):
    setattr(one, n, 1)
    delattr(one, n)
def keys(n, i):
    exec("d = {'%s': 1, %s: 2}\nd['%s']" % (n, i, n), {})
def keywords(n, i):
    exec("f(%s=1)\ng(1)" % n, {"f": lambda **kw: kw, "g": eval("lambda %s: %s" % (n, n))})
def classes(n, i):
    exec("class %s:\n  def m_%s(self): self.a_%s = 1\n%s().m_%s()" % (n, n, n, n, n), {})
def module(n, i):
    exec("global %s\n%s = 1\ndel %s" % (n, n, n), globals())
def dicts(n, i):
    C().__dict__[n] = 1
def missing(n, i):
    getattr(one, n, None)
def interned(n, i):
    sys.intern(n)
def derived(n, i):
    type(n, (C,), {n: 1})
def long_lived(n, i):
    global chain
    if i % 40 == 0:
        chain = C()
    setattr(chain, n, 1)

def forget(depth=20):
    row = [None] * 50
    if depth:
        forget(depth - 1)

figures = [0] * 4
for use in (globals_, attributes, deleted, keys, keywords, classes, module, dicts, missing, interned, derived, long_lived):
    for k in range(4):
        for i in range(500):
            use("name_%s_%d_%d" % (use.__name__, k, i), i)
        chain = None
        for i in range(3):
            forget()
            gc.collect()
        figures[k] = gc.mem_alloc()
    print(use.__name__, [b - a < 64 or b - a for a, b in zip(figures, figures[1:])])
