# exec and eval with explicit namespaces, closures of them, compiled code, mappings.
g = {"x": 1}
exec("y = x + 1\ndef f(): return x + y", g)
print(g["y"], g["f"](), "__builtins__" in g)
l = {}
exec("z = x; x = 5", g, l)
print(l, g["x"])
print(eval("x + 1", g), eval("x + 1", g, {"x": 10}), eval("[i * x for i in range(3)]", g),
      eval("(lambda: x)()", g))
x = "module"
def h():
    x = "local"
    exec("x = 'assigned in exec'")
    return x, eval("x")
print(h())
exec("x = 'changed'")
print(x)
c = compile("a * 2", "<c>", "eval")
print([eval(c, {"a": v}) for v in (1, "s")], eval(compile("1\n", "<s>", "eval")))
class M(dict):
    def __missing__(self, k): return "<%s>" % k
print(eval("foo + bar", {}, M()), eval("foo", {"foo": 1}, M(bar=2)))
class NS:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v * 2
    def __delitem__(self, k): del self.d[k]
ns = NS()
exec("p = 5\nq = p + 1\ndel p", {}, ns)
print(ns.d)
for code in ("eval('x', 5)", "exec('x', [])", "eval(5)", "eval('x', {}, 5)", "eval('nope', {})",
             "eval('1 +')", "exec()", "eval('x = 1')", "exec('1', {}, {}, {})"):
    try:
        print(code, eval(code))
    except (TypeError, NameError, SyntaxError) as e:
        print(code, type(e).__name__)
print(eval("len('abc')", {"__builtins__": {"len": lambda s: "mine"}}))
try:
    eval("len('abc')", {"__builtins__": {}})
except NameError as e:
    print(e)
print(exec("pass"), eval("None"), eval(" 1"), eval("__name__"), globals() is eval("globals()"))
