# Functions whose counts, constants and bytecode do not fit the header of a code.
# args: -X heapsize=8M

source = ["def f(%s, *, k1=1, k2=2):" % ", ".join("p%d" % i for i in range(300)), "    x = 0"]
for i in range(400):
    source.append("    x += p%d + %d.5 + len('str%d')" % (i % 300, i, i))
    if i % 40 == 0:
        source += ["    def g(a, b=3):", "        return a + b + x + p1"]
source.append("    return x + g(1) + g(a=2, b=1) + k1")
source.append("def h(o):")
source += ["    o.attr%d = %d.25" % (i, i) for i in range(300)]
source.append("    return sum([%s])" % ", ".join("o.attr%d" % i for i in range(300)))
source += ["class Own:", " def fill(self):"]
source += ["  self.own%d = %d.75" % (i, i) for i in range(300)]
source.append("  return sum([%s]), self.double(4)" % ", ".join("self.own%d" % i for i in range(300)))
source += [" def double(self, n):", "  [].append(n)", "  return n * 2, self.fill.__name__.title()"]
source += ["def many(**kw): return sorted(kw)", "def keywords():"]
source += ["    many(k%d=%d)" % (i, i) for i in range(300)]
source.append("    return many(aa=1, bb=2)")
ns = {}
exec("\n".join(source), ns)
f = ns["f"]
code = f.__code__
print(f(*range(300)), code.co_argcount, code.co_kwonlyargcount, code.co_varnames[298:302])
print(f(**{"p%d" % i: i for i in range(300)}, k2=5))
for args, kw in ((range(299), {}), (range(300), {"zz": 3})):
    try:
        f(*args, **kw)
    except TypeError as e:
        print(e)


class Empty:
    pass


print(ns["h"](Empty()), ns["keywords"](), ns["Own"]().fill())

# Many functions: one set of constants after the other, some in classes, each with its names.
source = []
for i in range(200):
    source.append("def s%d(x%d):\n 'doc %d'\n y%d = x%d.a%d\n return y%d, 'c%d'" % ((i,) * 8))
source.append("class C:")
source += [" def m%d(self): return 'm%d', self.z%d" % (i, i, i) for i in range(300)]
source.append(" z299 = 7")
exec("\n".join(source), ns)


class A:
    a150 = 5


s150 = ns["s150"]
print(s150(A()), s150.__doc__, s150.__qualname__, ns["s199"].__name__, s150.__code__.co_varnames)
print(ns["C"]().m299(), ns["C"].m5.__qualname__)

# Bytecode of more than 64 kB, with an exception handler behind it and line numbers at its end.
source = ["def long(a):", " try:"]
source += ["  if a == %d: a += %d.5" % (i, i % 200) for i in range(6000)]
source += ["  return (lambda: a + missing)()", " except NameError as e:"]
source += ["  return a, e.__traceback__.tb_lineno"]
exec("\n".join(source), ns)
print(ns["long"](7))
