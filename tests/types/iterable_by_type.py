# Whether something is iterable is a question to its type, not to hooks for attributes.
class Hook:
    def __getattr__(self, name):
        print("asked", name)
        raise AttributeError(name)
class Text(str):
    def __getattribute__(self, name):
        print("asked", name)
        return str.__getattribute__(self, name)
class Instance: pass
with_iter = Instance()
with_iter.__iter__ = lambda: iter([1, 2])
class GetItem:
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i

for v in Hook(), Text("ab"), with_iter, GetItem(), int, 5, None:
    q = [1, 2, 3]
    for f in (lambda: q.__setitem__(slice(0, 1), v), lambda: q.__setitem__(slice(None, None, 2), v), lambda: dict([v]), lambda: dict([(1, 2)] + [v])):
        try:
            print(f(), q)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, str(e).replace("must assign iterable to extended slice", "can only assign an iterable") if "type" not in str(e) else "")
