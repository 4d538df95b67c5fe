# %d asks __int__ before __index__; which error calls with odd keywords and reversed() give.
class N:
    __int__ = None
class B:
    def __index__(self): print("index"); return 3
class I(B):
    def __int__(self): print("int"); return 4
class Bad(B):
    def __int__(self): print("int")
class Fl(float):
    def __int__(self): return 9
for x in N(), B(), I(), Bad(), 2.9, Fl(1.5), float("nan"), float("inf"), 1j, "a", True:
    for f in "%d", "%x", b"%i":
        try: print(f % x)
        except Exception as e: print(type(e).__name__, e)
def f(**kw): return kw
for g in (lambda: f(**{1.5: 1}, **0), lambda: f(**{1.5: 1}), lambda: f(**{1: 1}, **{1: 2}), lambda: f(**{"a": 1}, **{"a": 2}),
          lambda: 5(**{1: 1}), lambda: 5(**{1: 1}, **{1: 2}), lambda: dict(**{1: 1}), lambda: print(**{None: 1}), lambda: f(**{"a": 1}, **{2: 2})):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
class R:
    def __getitem__(): pass
class Q: pass
for x in R(), Q(), {1}, 5, iter([]):
    try: print(reversed(x))
    except Exception as e: print(type(e).__name__, e)
