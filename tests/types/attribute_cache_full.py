# More attributes in use at once than caches of lookups hold: of instances and classes, inherited,
# changed, deleted.
class Base:
    def shared(self):
        return 'base'
    @classmethod
    def made(cls):
        return cls.__name__

classes = [type('C%d' % i, (Base,), {'number': i, 'twice': lambda self: 2 * self.number})
           for i in range(150)]
objects = [c() for c in classes]
names = ['a%d' % i for i in range(20)]

def fill():
    for i, o in enumerate(objects):
        for k, name in enumerate(names):
            setattr(o, name, 100 * i + k)

def total():
    n = 0
    for o in objects:
        n += o.number + o.twice() + o.a0 + o.a7 + o.a19 + len(o.shared()) + len(type(o).made())
        for name in names:
            n += getattr(o, name)
    return n

fill()
print(total(), total())
Base.shared = lambda self: 'another'
print(total(), total())
for c in classes[::3]:
    c.shared = lambda self: 'own'
    c.made = classmethod(lambda cls: 'cls')
    c.number = 1000
print(total(), total())
for c in classes[::3]:
    del c.shared, c.made
    c.number = property(lambda self: -5)
print(total(), total())
del Base.made
print(sum(hasattr(c, 'made') for c in classes), sum(hasattr(o, 'made') for o in objects))
Base.__getattr__ = lambda self, name: name
print(objects[4].made, objects[149].b)
