# pow() with three arguments.
print(pow(2, -1, 1), pow(38, -1, 97), pow(2, 5, -3), pow(-7, 3, 5), pow(True, 2, 3))
print(pow(3, 10**20, 10**30 + 7), pow(0, 0, 1), pow(5, 0, -7))


class R:
    def __rpow__(self, base, modulus=None):
        return ("rpow", base, modulus)


class P:
    def __pow__(self, exponent, modulus=None):
        return ("pow", exponent, modulus)


print(pow(2, R(), 3), pow(P(), 2, 3))
for args in ((2, -1, 4), (2, 3, 0), (2.0, 3, 4), ("a", 1, 2)):
    try:
        print(pow(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
