# args: -X heapsize=2M
# Programs at and beyond the limits of instruction operands.
def run(src, name):
    ns = {}
    try:
        exec(src, ns)
        return ns[name]
    except (SyntaxError, MemoryError, OverflowError):
        return "refused"
print(run("def f():\n" + "".join(" v%d = %d\n" % (i,
      i) for i in range(3000)) + " return v0 + v127 + v128 + v255 + v256 + v2999\nr = f()", "r"))
print(run("def f(*a): return len(a)\nr = f(%s)" % ",".join("1" for _ in range(300)), "r"))
print(run("r = 0\n" + "r += 1\n" * 20000, "r"))
print(run("def f(n):\n r = 0\n while n:\n  n -= 1\n" + "  r += n\n" * 5000 + " return r\nr = f(3)",
      "r"))
print(run("try:\n x = {}[1]\nexcept ValueError: r = 0\nexcept KeyError: r = 'key'\n", "r"))
src = "class E(Exception): pass\ntry:\n raise KeyError\n" + "except E: r = 1\n" * 2000
src += "except KeyError: r = 'last'\n"
print(run(src, "r"))
elifs = "".join("elif x == %d: r = %d\n" % (i + 100, i) for i in range(1000))
print(run("x = 5\nif x == -1: r = 0\n" + elifs + "else: r = 'else'\n", "r"))
print(run("r = [%s][2999]" % ",".join(map(str, range(3000))), "r"))
print(run("r = {%s}[1999]" % ",".join("%d:%d" % (i, i) for i in range(2000)), "r"))
print(run("r = (%s)" % "+".join("%d.5" % i for i in range(1000)), "r"))
print(run("r = ''.join([%s])[-7:]" % ",".join("'s%d'" % i for i in range(2000)), "r"))
methods = "".join(" def m%d(self): return %d\n" % (i, i) for i in range(1000))
print(run("class C:\n" + methods + "r = C().m999()", "r"))
print(run("def f(%s): return p399\nr = f()" % ",".join("p%d=%d" % (i, i) for i in range(400)), "r"))
print(run("r = 1 " + "if 1 else 2 " * 50, "r"))
print(run("n" * 70000 + " = 3\nr = " + "n" * 70000, "r"))
print(run("r = len('" + "x" * 200000 + "')", "r"), run("r = " + "9" * 4000 + " % 1000", "r"))
print(run("# " + "c" * 100000 + "\nr = 1", "r"), run("\n" * 70000 + "r = 2", "r"))
print(run("r = 3;" * 5000, "r"))
try:
    exec("\n" * 69999 + "1 / 0")
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_lineno)
cells = "".join(" v%d = %d\n" % (i, i) for i in range(250))
inner = " def inner(): return " + "+".join("v%d" % i for i in range(250))
print(run("def outer():\n" + cells + inner + "\n return inner()\nr = outer()", "r"))
print(run("a%s = range(300)\nr = a299" % ", a".join(map(str, range(300))), "r"))
print(run("r = f'%s'" % ("{1}x" * 500), "r")[-4:])
