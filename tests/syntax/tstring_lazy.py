# The values of a template are evaluated at once but never formatted.
class Loud:
    def __format__(self, spec): return "FORMATTED"
    def __str__(self): return "STRED"
    def __repr__(self): return "Loud()"
t = t"{Loud()} {Loud():spec} {Loud()!s}"
print(t.values)
print([(p.conversion, p.format_spec) for p in t.interpolations])
n = 0
def f():
    global n
    n += 1
    return n
a = t"{f()} {f()}"
print(n, a.values, a.values)
try:
    t"{missing}"
except NameError as e:
    print(e)
i = t"{1 + 1:{'x'}{2}}".interpolations[0]
print(i.value, i.expression, i.format_spec)
print(t"{n}".interpolations[0].expression, t"{'s'}".interpolations[0].expression)
match t"{n:fmt}".interpolations[0]:
    case p if p.format_spec == "fmt":
        print("matched", p.value)
print(t'{t"{n}"}'.values[0].values)
try:
    t.strings = ()
except AttributeError:
    print("AttributeError")
for src in ("t'{'", "t'}'", "t'{}'", "bt'x'", "ft'x'", "t'a' 'b'", "t'a' f'b'"):
    try:
        eval(src)
    except SyntaxError:
        print(src, "SyntaxError")
