# Modules run once; failing modules are not kept; circular imports; module attributes.
import sys
sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/_lib" if "/" in __file__ else "_lib")
import mod_once
mod_once.counter += 1
import mod_once as again
print(again.counter, again is mod_once, sys.modules["mod_once"] is again, mod_once.__name__)
for _ in range(2):
    try:
        import mod_fails
    except ValueError as e:
        print(e, "mod_fails" in sys.modules)
print(mod_once.attempts)
import mod_circ_a
print(mod_circ_a.from_b, mod_circ_a.mod_circ_b.a_was_partial, mod_circ_a.done)
try:
    import mod_circ_from
except ImportError as e:
    print("circular from-import:", type(e).__name__)
try:
    import mod_syntax
except SyntaxError as e:
    print(type(e).__name__, e.lineno, e.filename.endswith("mod_syntax.py"))
del sys.modules["mod_once"]
import mod_once as fresh
print(fresh is again, fresh.counter, again.counter)
fresh.new_attr = 5
import mod_once
print(mod_once.new_attr, "new_attr" in dir(mod_once), vars(mod_once)["new_attr"])
del mod_once.new_attr
try:
    mod_once.new_attr
except AttributeError as e:
    print(e)
print(mod_once.getattr_hook_result, mod_once.__doc__)
try:
    mod_once.really_missing
except AttributeError as e:
    print(e)
def local():
    from mod_once import counter as c
    import mod_circ_b
    return c, mod_circ_b.__name__
print(local(), "mod_circ_b" in globals())
