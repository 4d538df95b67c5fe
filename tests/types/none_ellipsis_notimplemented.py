# The singletons.
print(None, ..., NotImplemented, type(None), type(...), type(NotImplemented))
print(None is None, None == None, None == 0, None != False, None in [None], bool(None), bool(...))
print(type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented,
      Ellipsis is ...)
print({None: 1, ...: 2}, hash(None) == hash(None), [None] * 2, (None,), str(None) + "!",
      f"{None!r:>6}")
for code in ("None()", "None + 1", "None < None", "None.x", "len(None)",
             "for i in None: pass", "None.x = 1",
             "type(None)(1)", "class N(type(None)): pass", "..., = 5", "-None", "None = 1",
             "... + 1"):
    try:
        exec(code.replace("None()", "(lambda: None)()()"))
    except (TypeError, AttributeError, SyntaxError) as e:
        print(code, type(e).__name__)
def f(): pass
def g(): return
print(f(), g(), print(""), [].append(1), (lambda: None)())
def default(x=...): return "missing" if x is ... else x
print(default(), default(None), default(...))
print(object().__eq__(1), (1).__add__("a"), "a".__lt__(1), [].__eq__(()))
