# Postfix chains: calls, attributes and subscripts mixed and continued over lines.
class N:
    def __init__(self, v=()): self.v = v
    def __getattr__(self, n): return N(self.v + ("." + n,))
    def __call__(self, *a, **k): return N(self.v + ("%r%r" % (a, sorted(k)),))
    def __getitem__(self, i): return N(self.v + ("[%r]" % (i,),))
    def __repr__(self): return "".join(self.v)
n = N()
print(n.a.b(1)[2].c(x=1)(2, 3)[4:5, "k"].d)
print((n
       .first()
       .second[0]
       .third(
           1,
           k=2,
       )))
print(n[n[1]], n(n(2).z), n.neg, [n][0].q, {"k": n}["k"].w, (n,)[0].t, n.if_, n.print, n.match)
print("abc".upper()[1].lower() * 2, [3, 1, 2].copy().__len__(), (lambda: [1, 2, 3])()[1:][0],
      "a b".split()[1], {1: {2: 3}}[1][2])
print(str(5).zfill(3)[::-1], [[1, 2], [3]][0][1], "x".join(["a", "b"]).title().center(7, "*"),
      (1).__add__(2).__mul__(3), 1.5.__neg__().__abs__())
print((lambda f: lambda x: f(x))(lambda y: y * 2)(4), [f for f in (len,)][0]("abc"),
      dict(a=print.__name__)["a"][0:2])
print(not n.x is None, -(5).__neg__(), (5)._x if hasattr(5, "_x") else "no", 2**-(1).__neg__(),
      await_ if (await_ := 3) else 0)
