# At exit every __del__ that did not run is run, in the order of creation, after weakref.finalize.
# stderr: ^Exception ignored while calling deallocator .*\nTraceback(.|\n)*KeyError: 'in del'\n$
import weakref

class A:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print("del", self.n, helper(self.n))
        if self.n == 2:
            raise KeyError("in del")
def helper(n):
    return n * 2
def gen():
    try:
        yield 1
    finally:
        print("closed", helper(1))
class Back:
    def __del__(self):
        kept.append(self)
kept = []
a = A(1)
cycle = A(2)
cycle.self = cycle
g = gen()
next(g)
b = [A(3)]
back = Back()
weakref.finalize(a, print, "finalize")
print("end")
