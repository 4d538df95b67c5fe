# __del__ runs when an object dies; errors inside are contained; resurrection.
import gc
log = []
def apart(f, *args):
    # Through C: a loop of its own, whose words on the C stack are gone afterwards.
    max([0], key=lambda _: (f(*args), 0)[1])
class D:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
def make():
    d = D("local")
    d = None
apart(make)
gc.collect()
print(log)
log.clear()
def cycle():
    a, b = D("a"), D("b")
    a.other, b.other = b, a
apart(cycle)
gc.collect()
print(sorted(log))
log.clear()
kept = []
class Res:
    def __del__(self): kept.append(self)
def make_res(): Res()
apart(make_res)
gc.collect()
print(len(kept), type(kept[0]).__name__)
def in_list():
    l = [D(i) for i in range(3)]
    del l[1]
apart(in_list)
gc.collect()
print(sorted(log))
class Sub(D):
    def __del__(self):
        log.append("sub")
        super().__del__()
log.clear()
def sub(): Sub("base")
apart(sub)
gc.collect()
print(log)
D("x").__del__()
print(log[-1] == "x")
