# global and nonlocal in nested functions.
x = "global"
def outer():
    x = "outer"
    def read():
        return x
    def set_nl():
        nonlocal x
        x = "nonlocal"
    def set_gl():
        global x
        x = "changed"
    def local():
        x = "local"
        return x
    print(read(), local(), x)
    set_nl()
    print(read(), x)
    set_gl()
    print(read(), x)
outer()
print(x)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get(), counter()[1]())
def deep():
    a = b = 1
    def mid():
        def low():
            nonlocal a, b
            a, b = a + 1, b * 10
        low(); low()
    mid()
    return a, b
print(deep())
def make():
    global made
    def made(): return "made"
make()
print(made())
