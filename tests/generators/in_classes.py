# Generators as methods, class attributes built by generators, properties that yield iterators.
class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children
    def __iter__(self):
        yield self.value
        for c in self.children: yield from c
    @property
    def leaves(self): return (t for t in self.walk() if not t.children)
    def walk(self):
        yield self
        for c in self.children: yield from c.walk()
    @classmethod
    def parse(cls, text):
        stack = [[]]
        for ch in text:
            match ch:
                case "(": stack.append([])
                case ")":
                    kids = stack.pop()
                    name, *rest = stack[-1].pop(), kids
                    stack[-1].append(cls(name, *kids))
                case c if c.isalpha(): stack[-1].append(c if False else c)
        return stack[0][0]
    def __repr__(self): return f"T({self.value!r})"
t = Tree(1, Tree(2, Tree(4)), Tree(3))
print(list(t), [x.value for x in t.leaves], max(t), sum(t), 4 in t, 9 in t)
a, *b = t
print(a, b, dict(zip(t, "abcd")), sorted(t, key=lambda v: -v))
print(Tree.parse("a(b)"))
class Squares:
    table = [i * i for i in range(5)]
    def __getitem__(self, i): return self.table[i]
    def __len__(self): return len(self.table)
    __iter__ = None
s = Squares()
try:
    iter(s)
except TypeError as e:
    print(e)
print(list(reversed(s)), s[-1])
class Lazy:
    def __get__(self, obj, cls):
        return (n for n in (obj.n if obj else -1, cls.__name__))
class Owner:
    n = 5
    it = Lazy()
print(list(Owner().it), list(Owner.it))
