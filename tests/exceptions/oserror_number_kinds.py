# The class of an OSError goes by the value of the number, of whatever kind of int it is.
class I(int): pass
for n in (True, I(2), 13, False, 2.0, I(99), 2**70):
    print(type(OSError(n, "t")).__name__)
