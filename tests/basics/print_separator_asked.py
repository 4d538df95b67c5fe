# sep and end of a subclass of str are texts like the others: their __str__ is asked.
class S(str):
    def __str__(self): return "<" + str.upper(self) + ">"
class T(str): pass
print(1, 2, 3, sep=S("a"), end=S("b\n"))
print()
print(1, 2, sep=T("-"), end=T("+\n"))
