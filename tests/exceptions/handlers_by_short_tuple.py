# except (A, B): the classes are evaluated in order and all checked; ranges that hold nothing that
# raises; handlers with names, one of which is left by an exception.
def catch(exc, *classes):
    a, b, c = classes
    try:
        raise exc
    except (a, b, c) as e:
        return type(e).__name__
print(catch(KeyError(1), OSError, KeyError, ValueError), catch(OSError(1), OSError, KeyError, ValueError))
print(catch(IndexError(1), OSError, KeyError, LookupError), catch(KeyError(1), OSError, OSError, LookupError))
for bad in ((OSError, KeyError, 5), (OSError, KeyError, int), (7, KeyError, OSError)):
    try:
        catch(KeyError("k"), *bad)
    except TypeError as e:
        print(e, repr(e.__context__))

def order(name, cls):
    print(name, end=" ")
    return cls
for exc in (KeyError, OSError):
    try:
        try:
            raise exc
        except (order("a", ValueError), order("b", KeyError)):
            print("first")
        except (order("c", OSError), *(order("d", TypeError),)) as e:
            print("second")
    except Exception as e:
        print("out", e)

def named(n):
    try:
        1 // 0
    except (ZeroDivisionError, OSError) as e:
        if n == 0:
            raise KeyError("in handler")
        if n == 1:
            return "returned"
        e = 5
    except (KeyError, ValueError) as e:
        return "no"
    try:
        return e
    except UnboundLocalError:
        return "unbound"
for n in range(3):
    try:
        print(named(n))
    except KeyError as e:
        print(repr(e), type(e.__context__))

def empty(n):
    try:
        pass
    except (KeyError, OSError):
        n = 7
    finally:
        n += 1
    try:
        x = n
    except Exception:
        x = "never"
    finally:
        return x
print(empty(1))

def wide():
    try:
        raise RuntimeError("w")
    except (A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9,
            C0, C1, C2, C3, C4, C5, C6, C7, C8, C9) as e:
        return repr(e)
for prefix in "ABC":
    for i in range(10):
        globals()[prefix + str(i)] = RuntimeError if prefix + str(i) == "C9" else OSError
print(wide())
