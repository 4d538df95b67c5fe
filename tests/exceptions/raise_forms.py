# raise of classes, instances, wrong things; constructor failures; __new__ returning others.
class E(Exception):
    def __init__(self, a=1): self.a = a
for make in (lambda: E, lambda: E(2), lambda: KeyError("x", 1), lambda: ValueError):
    try:
        raise make()
    except Exception as e:
        print(type(e).__name__, e.args, getattr(e, "a", None))
class Old: pass
class NotExc(type): pass
for bad in (5, "str", Old, Old(), None, [], object, int):
    try:
        raise bad
    except TypeError as e:
        print(e)
class NeedsArg(Exception):
    def __init__(self, x): pass
try:
    raise NeedsArg
except TypeError as e:
    print(e)
class Returns5(Exception):
    def __new__(cls, *a): return 5
try:
    raise Returns5
except TypeError as e:
    print("TypeError")
class InitFails(Exception):
    def __init__(self): raise KeyError("init")
try:
    raise InitFails
except KeyError as e:
    print(repr(e))
for clause in ("except 5:", "except 'x':", "except (KeyError, 5):", "except None:",
               "except [KeyError]:", "except Old:"):
    try:
        exec("try:\n    raise ValueError('orig')\n%s\n    print('matched')" % clause, {"Old": Old})
    except Exception as e:
        print(clause, type(e).__name__, type(e.__context__).__name__)
try:
    try:
        raise ValueError
    except undefined_name:
        pass
except NameError as e:
    print(e)
