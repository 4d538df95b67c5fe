# Unicode identifiers, soft keywords as names, underscores, long names.
é = 1
变量 = 2
_ = 3
__x__ = 4
ñandú_2 = é + 变量
print(é, 变量, _, __x__, ñandú_2)
match = 1
case = 2
type = 3
_match = match + case + type
print(_match)
def case(match): return match * 2
print(case(4), case(match=5))
class type_: pass
long_name = "n" * 3000
exec(long_name + " = 5")
print(globals()[long_name])
class Ω:
    α = 1
    def β(self): return self.α
print(Ω().β(), Ω.__name__, vars(Ω)["α"])
def f(**kw): return kw
print(f(ключ=1), f(**{"not an id": 2}))
print("é".isidentifier(), "1a".isidentifier(), "if".isidentifier(),
      "变".isidentifier(), "a b".isidentifier())
for bad in ("a€ = 1", "$x = 1", "x? = 1", "a b = 1", "1x = 1", "x! = 1"):
    try:
        exec(bad)
    except SyntaxError as e:
        print(bad, "SyntaxError")
