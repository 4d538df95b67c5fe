# co_freevars and __closure__ are in the order of names.
def outer(b, a, c, Z):
    def used_in_order(): return c, a, Z, b
    def inner_uses():
        return (lambda: (b, a)), c
    def in_comprehension():
        c = [x for x in a if b]
        return [(Z, y, c) for y in a for z in (lambda: (Z, b, y))()]
    def assigns(x=a):
        nonlocal Z, b
        Z = b = 1
    class C:
        z = b
        def method(self): return super(), c, Z, __class__, a
    generator = (c + a for i in b)
    for f in used_in_order, inner_uses, in_comprehension, assigns, C.method:
        print(f.__code__.co_freevars, [c.cell_contents for c in f.__closure__ if c.cell_contents is not C])
    print(used_in_order())
    assigns()
    print(used_in_order(), C.z)
outer("b", "a", "c", "Z")

names = ["v%d" % (i * 7919 % 2003) for i in range(2003)]
source = "def outer():\n " + "\n ".join(f"{n} = '{n}'" for n in names) + "\n def inner(): return [" + ", ".join(names) + "]\n return inner"
exec(source)
inner = outer()
print(inner() == names, list(inner.__code__.co_freevars) == sorted(names))
print(all(c.cell_contents == n for c, n in zip(inner.__closure__, sorted(names))))
