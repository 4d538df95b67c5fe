# pow() with three arguments of which one is no int: the first float or complex number says what can't be.
class F(float): pass
class C(complex): pass
pool = 2, 2.5, 1j, "a", F(1), C(2), True
for a in pool:
    for b in pool:
        for c in pool:
            if any(type(x) not in (int, bool) for x in (a, b, c)):
                try: print(pow(a, b, c))
                except (TypeError, ValueError) as e: print(type(e).__name__, e)
for a in 10**400, -10**400:
    for b in "a", None, []:
        try: print(pow(a, b, 5))
        except TypeError as e: print(e)
        try: print(pow(b, a, 5))
        except TypeError as e: print(e)
    try: print(pow(a, 1j, 5))
    except OverflowError: print("OverflowError")
