# return, break, continue in finally swallow what was in flight (a warning in 3.14, same result).
src = '''
def f1():
    try:
        return "try"
    finally:
        return "finally"
def f2():
    try:
        1 / 0
    finally:
        return "swallowed"
def f3():
    while True:
        try:
            1 / 0
        finally:
            break
    return "after break"
def f4():
    n = 0
    for i in range(3):
        try:
            raise KeyError(i)
        finally:
            n += 1
            continue
    return n
def f5():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue
def f6():
    try:
        raise ValueError
    except ValueError:
        raise KeyError
    finally:
        return "f6"
'''
exec(src)
for f in (f1, f2, f3, f4, f5, f6):
    print(f.__name__, f())
