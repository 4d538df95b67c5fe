# args: -X heapsize=8M
# Functions and classes with hundreds of free variables.
for n in 10, 254, 255, 256, 300, 511, 600:
    names = ["a%d" % i for i in range(n)]
    last = names[-1]
    source = """
def outer(p):
    %s = range(%d)
    def middle():
        def inner():
            nonlocal %s
            %s += p
            return %s
        return inner
    class Class:
        total = %s
        seen = %s
    def unbind():
        nonlocal %s
        del %s
    def read():
        return %s
    return middle, Class, unbind, read
middle, Class, unbind, read = outer(1000)
""" % (", ".join(names), n, last, last, " + ".join(names), " + ".join(names), last, last, last, last)
    exec(source)
    inner = middle()
    print(n, inner() - n * (n - 1) // 2, inner() - n * (n - 1) // 2, len(inner.__code__.co_freevars))
    print(Class.total - n * (n - 1) // 2, Class.seen, read() - n)
    unbind()
    for f in unbind, read, inner:
        try:
            f()
        except NameError as e:
            print(e)
