# exec and eval take subclasses of dict that have a layout of their own as globals.
from collections import Counter, OrderedDict, defaultdict

for kind in (OrderedDict, lambda: defaultdict(int), Counter):
    g = kind()
    exec("def f(): return a + 1\na = 2\nb = f()", g)
    print(type(g).__name__, g["a"], g["b"], eval("a * b", g))
