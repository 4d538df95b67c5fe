# The = specifier of f-strings keeps the expression's text.
x, s, f = 5, "a'b", 2.5
print(f"{x=} {x = } {x =} {x= }|")
print(f"{s=} {s=!s} {s=!r} {s=!a}")
print(f"{x + 1=} {x+1 = } {f(1)if 0 else 3=}")
print(f"{f=:.2f} {f = :8.3f}| {x=:>4}| {s=:>8}| {s=!r:>8}|")
print(f"{len(s)=} {[i for i in range(2)]=} {s.upper()=}")
print(f"{x==5=} {(x, s)=}")
print(f"{'text'=} {1_000=} {x  *  2=}")
print(f"""{
x
=}""")
print(f"pre {x=} post {{x=}} {x}=")
def g(a, b=1): return a + b
print(f"{g(1, b=2)=} {g(b=1, a=x)=}")
class C:
    def __repr__(self): return "R"
    def __format__(self, spec): return "F" + spec
print(f"{C()=} {C()=:x} {C()=!r} {C()=!s:>3}")
print(f"{(lambda: 1)()=} {x if x else 0=} {(w := 3)=} {w}")
