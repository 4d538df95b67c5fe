# Template strings (PEP 750): parts, values, conversion, format specification.
name, x = "Bob", 5
t = t"Hello {name}!"
print(type(t).__name__, type(t).__module__)
print(t.strings, t.values, len(t.interpolations))
i = t.interpolations[0]
print(type(i).__name__, i.value, i.expression, i.conversion, repr(i.format_spec))
u = t"{x!r:>{x}} and {x + 1=}"
for p in u.interpolations:
    print(p.value, repr(p.expression), p.conversion, repr(p.format_spec))
print(u.strings)
print(t"".strings, t"".values, t"plain".strings, t"{x}".strings, t"{x}{name}".strings)
print([p if isinstance(p, str) else p.value for p in t"a{x}b{name}"])
print([p if isinstance(p, str) else p.value for p in t"{x}{name}"])
c = t"a{x}" + t"{name}b"
print(c.strings, c.values)
print((t"a" t"b{x}").strings, rt"\n{x}".strings, t"{{}}".strings)
try:
    t"a" + "b"
except TypeError:
    print("TypeError")
try:
    "a" + t"b"
except TypeError:
    print("TypeError")
print(t"a" == t"a", t.interpolations[0] is i)
def render(tpl):
    return "".join(p if isinstance(p, str) else "<%s>" % p.value for p in tpl)
print(render(t"{name} is {x:03d} years"))
