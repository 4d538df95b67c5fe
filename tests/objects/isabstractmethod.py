# __isabstractmethod__ of what wraps functions: the truth of what they have, asked each time.
def plain(self): pass
def marked(self): pass
marked.__isabstractmethod__ = True
class Mark:
    def __init__(self, v): self.v = v
    def __call__(self): pass
    @property
    def __isabstractmethod__(self):
        if isinstance(self.v, Exception): raise self.v
        return self.v
class Truth:
    def __bool__(self): raise ZeroDivisionError("truth")
for p in (property(), property(plain), property(marked), property(plain, marked),
          property(None, None, marked), property(plain, plain, plain), classmethod(plain),
          classmethod(marked), staticmethod(plain), staticmethod(marked),
          classmethod(staticmethod(marked)),
          property(classmethod(marked)), staticmethod(property(plain)), classmethod(len),
          property(5)):
    print(type(p).__name__, p.__isabstractmethod__)
for v in (1, 0, "x", [], AttributeError("a"), KeyError("k"), Truth()):
    for wrap in (property, classmethod, staticmethod, lambda f: property(None, f)):
        try: print(type(v).__name__, wrap(Mark(v)).__isabstractmethod__)
        except Exception as e: print(type(v).__name__, type(e).__name__, e)
p, c = property(plain), classmethod(plain)
plain.__isabstractmethod__ = True
print(p.__isabstractmethod__, c.__isabstractmethod__, p.setter(None).__isabstractmethod__)
for wrap in (p, c, staticmethod(plain)):
    try:
        wrap.__isabstractmethod__ = False
        print("set")
    except AttributeError: print("read-only")
class Sub(property): pass
print(Sub(marked).__isabstractmethod__, Sub().__isabstractmethod__)
print(["__isabstractmethod__" in dir(t) for t in (property, classmethod, staticmethod,
    type(plain))])
print(c.__func__ is c.__wrapped__ is plain, "__func__" in dir(staticmethod),
    "__wrapped__" in dir(c))
