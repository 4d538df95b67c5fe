# Context managers as classes: return values, nesting, reuse, state.
class Stack:
    depth = 0
    trace = []
    def __init__(self, name): self.name = name
    def __enter__(self):
        Stack.depth += 1
        Stack.trace.append("+%s%d" % (self.name, Stack.depth))
        return self
    def __exit__(self, t, v, tb):
        Stack.trace.append("-%s%s" % (self.name, "" if t is None else "!" + t.__name__))
        Stack.depth -= 1
s = Stack("r")
with s as one, s as two:
    print(one is two, Stack.depth)
with s: pass
try:
    with Stack("a"):
        with Stack("b"):
            raise LookupError
except LookupError:
    print("propagated")
print(Stack.trace, Stack.depth)
class Swap:
    def __init__(self, o, k, v): self.o, self.k, self.v = o, k, v
    def __enter__(self): self.old, self.o[self.k] = self.o[self.k], self.v
    def __exit__(self, *a): self.o[self.k] = self.old
d = {"x": 1}
with Swap(d, "x", 2):
    print(d)
    with Swap(d, "x", 3): print(d)
print(d)
def f():
    for i in range(3):
        with Stack("loop"):
            if i == 1: return i
Stack.trace.clear()
print(f(), Stack.trace)
