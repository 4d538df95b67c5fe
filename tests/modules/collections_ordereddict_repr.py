# The repr of OrderedDict (3.12 and later form).
from collections import OrderedDict
print(OrderedDict(), OrderedDict(a=1, b=[2]))
o = OrderedDict(k=1)
o["self"] = o
print(o)
class Sub(OrderedDict): pass
print(Sub(x=1), [OrderedDict()], str(OrderedDict({1: 2})))
