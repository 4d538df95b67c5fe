# property, classmethod and staticmethod that were initialised again to wrap themselves.
p = property(); p.__init__(p)
try: print(p.__name__)
except (RecursionError, AttributeError) as e: print(type(e).__name__)
try: print(p.__isabstractmethod__)
except (RecursionError, AttributeError) as e: print(type(e).__name__)
c = classmethod(len); c.__init__(c)
for n in '__name__', '__doc__', '__wrapped__', '__isabstractmethod__', '__dict__', '__annotations__', 'x':
    try: print(n, type(getattr(c, n)))
    except (RecursionError, AttributeError) as e: print(n, type(e).__name__)
print(1)
try: print(repr(c)[:10])
except (RecursionError, MemoryError): print("too long")
class A: x = c; y = p
for f in (lambda: A.x, lambda: A().x, lambda: A.x(), lambda: A.y, lambda: A().y):
    try: print(type(f()))
    except (RecursionError, AttributeError, TypeError) as e: print(type(e).__name__)
s = staticmethod(len); s.__init__(s)
for n in '__name__', '__doc__', '__wrapped__', '__isabstractmethod__', '__dict__', '__annotations__', 'x':
    try: print(n, type(getattr(s, n)))
    except (RecursionError, AttributeError) as e: print(n, type(e).__name__)
try: print(repr(s)[:10])
except (RecursionError, MemoryError): print("too long")
try: s()
except RecursionError as e: print(type(e).__name__)
