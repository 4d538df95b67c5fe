# stderr: (?s)Exception ignored .*generator object bad.*ZeroDivisionError
def bad():
    try:
        yield
    finally:
        1 / 0


g = bad()
next(g)
print(g.__del__(), list(g))
