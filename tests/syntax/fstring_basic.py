# f-strings: expressions, conversions, escapes, concatenation, multi-line.
x, name, d, l = 5, "Bob", {"k": 1}, [1, 2]
print(f"", f"plain", f"{x}", f"a{x}b{x + 1}c", f"{x}{x}")
print(f"{name!r} {name!s} {name!a} {'é'!a} {'é'!r} {name!r:>8}|")
print(f"{{}} {{x}} {{{x}}} {{{{{x}}}}}")
print(f"{d['k']} {l[0]} {l[-1]} {name.upper()} {len(name)} {max(l)}")
print(f"{ x } { (1, 2) } {[i for i in l]} { {'a': 1}['a'] } {(lambda v: v * 2)(4)}")
print(f'{x if x > 3 else "no"} {x > 3 and name} {not x} {1, 2} {*l, 3}')
print(f"a" "b" f"{x}" 'c{x}' rf"\n{x}" fr"\t" F"{x}" Rf"\{x}")
print(f"\n\x41\u00e9\t{x}\\" == "\nA\xe9\t5\\", f'\'{x}\'', f"{'a' 'b'}")
print(f"""multi
{x
  + 1} {
name} end""")
print(f"{x:d} {x:5}|{x:<5}|{x:^5}|{x:05}|{3.14159:.2f}|{name:*^9}|{x:#x}|{255:b}")
print(f"{x!r:^{7}}|{name:{'>'}{x + 3}}|{3.14159:{5}.{2}}|{x:{''}}|{x:{'0' if x else ''}{3}d}")
print(f"{(y := 7)} {y} {x:=5}|{x!=5} {x==5} {x<=5}")
print(f"{f'{x}'}{f'{name!r}'}")
class C:
    def __format__(self, spec): return "<%s>" % spec
    def __str__(self): return "str"
    def __repr__(self): return "repr"
c = C()
print(f"{c} {c:abc} {c!s} {c!r:5}| {c!s:>5} {c:{x}-{name}}")
print(f"{None} {True} {...} {1j} {b'x'} {int}")
