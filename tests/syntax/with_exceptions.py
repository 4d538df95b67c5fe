# __exit__ suppressing, replacing, failing; errors in __enter__; missing methods.
class Mgr:
    def __init__(self, n, suppress=False, fail=None):
        self.n, self.suppress, self.fail = n, suppress, fail
    def __enter__(self):
        if self.fail == "enter": raise ValueError("enter " + self.n)
        return self
    def __exit__(self, t, v, tb):
        print(self.n, t and t.__name__, v, tb is not None)
        if self.fail == "exit": raise KeyError("exit " + self.n)
        return self.suppress
with Mgr("a", True):
    1 / 0
print("after")
try:
    with Mgr("b", fail="exit"):
        1 / 0
except KeyError as e:
    print(repr(e), repr(e.__context__))
try:
    with Mgr("out"), Mgr("bad", fail="enter"):
        print("never")
except ValueError as e:
    print(repr(e))
with Mgr("swallow", True), Mgr("raise in exit", fail="exit"):
    pass
with Mgr("truthy", [1]):
    raise SystemExit
def f():
    with Mgr("ret", True):
        return "value"
print(f())
class NoExit:
    def __enter__(self): pass
for o in (NoExit(), 5):
    try:
        with o: print("never")
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
class Inst: pass
i = Inst()
i.__enter__ = lambda: print("instance attr used")
i.__exit__ = lambda *a: None
try:
    with i: pass
except TypeError:
    print("special methods come from the type")
