# Subclasses of str that say which number they are, and the real part of complex().
class I(str):
    def __index__(self):
        print("index")
        return 3
class F(str):
    def __float__(self):
        print("float")
        return 2.5
for c in I, F:
    for f in float, int, complex, lambda x: float(x) + 1:
        try: print(f(c("12")))
        except ValueError as e: print(e)
class Z:
    def __complex__(self):
        print("complex")
        return 1+2j
class FZ(float, Z): pass
class ZF(Z, float): pass
for c in Z(), FZ(5), ZF(5):
    for f in complex, lambda x: complex(x, 1), lambda x: complex(1, x), lambda x: complex(x, 1j), lambda x: complex(x, x):
        try: print(f(c))
        except TypeError as e: print("TypeError")
