# Generator methods: __iter__, properties, static and class methods, inheritance.
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def depth_first(self, d=0):
        yield "  " * d + str(self.v)
        for k in self.kids: yield from k.depth_first(d + 1)
    @property
    def leaves(self):
        if not self.kids: yield self.v
        for k in self.kids: yield from k.leaves
    @classmethod
    def numbers(cls, n):
        for i in range(n): yield cls(i).v
    @staticmethod
    def pair(a, b): yield a; yield b
t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t), sum(t), list(t.leaves), list(Tree.numbers(3)), list(t.pair(1, 2)))
print("\n".join(t.depth_first()))
class Sub(Tree):
    def __iter__(self):
        yield "sub"
        yield from super().__iter__()
print(list(Sub(9, Tree(8))), 9 in Sub(9), [*Sub(1)], max(Tree(3, Tree(7))))
class Ctx:
    def __init__(self): self.log = []
    def run(self):
        try:
            while True:
                x = yield len(self.log)
                self.log.append(x)
        finally:
            self.log.append("closed")
c = Ctx()
g = c.run()
print(next(g), g.send("a"), g.send("b"))
g.close()
print(c.log)
