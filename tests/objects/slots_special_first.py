# __dict__ and __weakref__ in __slots__ are looked at before names that are class variables.
def attempt(base, slots, **names):
    try:
        c = type("C", (base,), {"__slots__": slots, **names})
        print(base.__name__, slots, sorted(n for n in vars(c) if n[0] != "_"))
    except (TypeError, ValueError) as e:
        print(base.__name__, slots, type(e).__name__, str(e).replace("either we already got one, or __itemsize__ != 0", "we already got one"))
class Plain: pass
for base in Exception, object, Plain, dict:
    for slots in ("x", "__dict__"), ("__dict__", "x"), ("x", "__weakref__"), ("__dict__", "__dict__"), ("x", 5, "__dict__"), ("x", "5"):
        attempt(base, slots, x=0)
        attempt(base, slots)

# what is no mapping for '%', what is no callable for **
for f in (lambda: "%(a)s" % Plain, lambda: "%(a)s" % int, lambda: "%(a)s" % {"a": 1}, lambda: "a" % Plain,
          lambda: 0(**{None: 1}), lambda: print(**{None: 1}), lambda: "%.*f" % (-10**18, 1.5)):
    try:
        print(f())
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e if type(e) is TypeError else "")
