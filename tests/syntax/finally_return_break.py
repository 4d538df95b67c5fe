# return, break and continue through and inside finally.
def f1():
    try:
        return "try"
    finally:
        print("f1 finally")
def f2():
    try:
        1 / 0
    except ZeroDivisionError:
        return "except"
    finally:
        print("f2 finally")
def f3():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally:
            print("finally", i)
    else:
        print("no else")
    return "f3"
def f4():
    x = 1
    try:
        return x
    finally:
        x = 2
def f5():
    while True:
        try:
            try:
                return "deep"
            finally:
                print("in")
        finally:
            print("out")
def f6():
    for i in (1, 2):
        try:
            return i
        finally:
            for j in range(2):
                if j: break
print(f1(), f2(), f3(), f4(), f5(), f6())
