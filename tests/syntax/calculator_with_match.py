# A tokenizer, parser, evaluator and formatter with generators, classes, match and exceptions.
class SyntaxTrouble(Exception):
    def __init__(self, msg, pos): super().__init__(msg, pos); self.pos = pos
    def __str__(self): return "%s at %d" % self.args
def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace(): i += 1; continue
        start = i
        if c.isdigit():
            while i < len(text) and (text[i].isdigit() or text[i] == "."): i += 1
            s = text[start:i]
            yield "num", float(s) if "." in s else int(s), start
        elif c.isalpha():
            while i < len(text) and text[i].isalnum(): i += 1
            yield "name", text[start:i], start
        elif c in "+-*/()=,^":
            i += 1
            yield "op", c, start
        else:
            raise SyntaxTrouble(f"bad character {c!r}", i)
    yield "end", None, i
class Node:
    __match_args__ = ("kind", "parts")
    def __init__(self, kind, *parts): self.kind, self.parts = kind, parts
    def __repr__(self): return "(%s)" % " ".join([self.kind, *map(str, self.parts)])
class Parser:
    LEVELS = {"=": 1, "+": 2, "-": 2, "*": 3, "/": 3, "^": 5}
    def __init__(self, text): self.it = tokens(text); self.advance()
    def advance(self): self.now, self.it = next(self.it), self.it
    def parse(self):
        e = self.expr(0)
        if self.now[0] != "end": raise SyntaxTrouble("trailing input", self.now[2])
        return e
    def expr(self, level):
        left = self.atom()
        while (op := self.now[1]) in self.LEVELS and self.now[0] == "op" and self.LEVELS[op] > level:
            self.advance()
            right = self.expr(self.LEVELS[op] - (op in "=^"))
            left = Node(op, left, right)
        return left
    def atom(self):
        match self.now:
            case "num", v, _:
                self.advance()
                return v
            case "name", n, _:
                self.advance()
                if self.now[:2] == ("op", "("):
                    args = []
                    while self.now[1] != ")":
                        self.advance()
                        if self.now[1] != ")": args.append(self.expr(0))
                    self.advance()
                    return Node("call", n, *args)
                return n
            case "op", "(", pos:
                self.advance()
                e = self.expr(0)
                if self.now[1] != ")": raise SyntaxTrouble("unclosed", pos) from None
                self.advance()
                return e
            case "op", "-", _:
                self.advance()
                return Node("neg", self.expr(4))
        raise SyntaxTrouble(f"unexpected {self.now[1]!r}", self.now[2])
class Env(dict):
    def __missing__(self, k): raise NameError(f"unknown {k}")
def ev(n, env):
    match n:
        case int() | float(): return n
        case str(): return env[n]
        case Node("=", (str(name), v)):
            env[name] = r = ev(v, env)
            return r
        case Node("neg", (x,)): return -ev(x, env)
        case Node("call", (f, *args)): return env[f](*[ev(a, env) for a in args])
        case Node("+" | "-" | "*" | "/" | "^" as op, (a, b)):
            x, y = ev(a, env), ev(b, env)
            return {"+": x.__add__, "-": x.__sub__, "*": x.__mul__, "/": x.__truediv__,
                    "^": x.__pow__}[op](y)
    raise TypeError(f"cannot evaluate {n!r}")
env = Env(max=max, sum=lambda *a: sum(a))
for text in ("1 + 2 * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "(1 + 2) * -3", "x = y = 4", "x * y - 1",
      "max(1, x, sum(2, y))",
             "7 / 2", "1.5 * 2", "1 +", "(1", "2 $ 3", "zz", "1 2", "3 = 4", "1 / 0", "f()",
                   "sum()", "2.5 - 1"):
    try:
        tree = Parser(text).parse()
        print(text, "->", tree, "->", ev(tree, env))
    except (SyntaxTrouble, NameError, TypeError, ZeroDivisionError) as e:
        print(text, "!!", type(e).__name__, e)
