# A diamond of cooperating __init__ methods with keyword arguments.
log = []
class Root:
    def __init__(self, **kw):
        log.append("Root")
        assert not kw, kw
    def draw(self):
        assert not hasattr(super(), "draw")
        return ["Root"]
class Shape(Root):
    def __init__(self, name, **kw):
        log.append("Shape")
        self.name = name
        super().__init__(**kw)
    def draw(self): return ["Shape " + self.name] + super().draw()
class Colored(Root):
    def __init__(self, color, **kw):
        log.append("Colored")
        self.color = color
        super().__init__(**kw)
    def draw(self): return ["Colored " + self.color] + super().draw()
class Both(Shape, Colored):
    def __init__(self, **kw):
        log.append("Both")
        super().__init__(**kw)
b = Both(name="sq", color="red")
print(log, b.draw())
try:
    Both(name="a", color="b", extra=1)
except AssertionError as e:
    print(e)
try:
    Both(name="a")
except TypeError as e:
    print(e)
class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.made = True
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def update(self, *a): return super().update(*a)
d = D(a=1)
d["b"] = 2
d.update({"c": 3})
print(d, d.made)
