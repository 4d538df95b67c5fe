# KeyError, IndexError and AttributeError from user classes, defaults and fallbacks.
class Cfg:
    data = {"a": 1}
    def __getitem__(self, k):
        try:
            return self.data[k]
        except KeyError:
            raise LookupError("no " + k) from None
    def __getattr__(self, n):
        if n in self.data: return self.data[n]
        raise AttributeError("cfg has no " + n)
c = Cfg()
print(c["a"], c.a, getattr(c, "zz", "default"), hasattr(c, "zz"))
for f in (lambda: c["zz"], lambda: c.zz, lambda: {}["k"], lambda: [][0], lambda: ()[1],
          lambda: ""[2], lambda: {(1, 2): 3}[1], lambda: {}[None], lambda: {}.pop("x"),
          lambda: range(0)[0], lambda: [1][10 ** 20]):
    try:
        f()
    except LookupError as e:
        print("Lookup", type(e).__name__, e.args[0] if type(e) is KeyError else "", e.__cause__,
              e.__suppress_context__)
    except AttributeError as e:
        print("Attribute", e)
d = {"a": {"b": [1]}}
for path in (("a", "b", 0), ("a", "x", 0), ("a", "b", 5), ("q",), ("a", "b", "c")):
    v = d
    try:
        for p in path: v = v[p]
        print(v)
    except (KeyError, IndexError) as e:
        print("missing", e)
    except TypeError as e:
        print("type", e)
print(str(KeyError("k")), str(KeyError("k", 2)), str(KeyError()), str(KeyError(None)),
      str(LookupError("k")), KeyError("a'b"))
