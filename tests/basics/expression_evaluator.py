# A recursive-descent calculator and a tiny stack machine.
def parse(src):
    toks = src.replace("(", " ( ").replace(")", " ) ").split()
    pos = 0
    def peek(): return toks[pos] if pos < len(toks) else None
    def take():
        nonlocal pos
        pos += 1
        return toks[pos - 1]
    def atom():
        t = take()
        if t == "(":
            v = expr()
            if take() != ")": raise SyntaxError("expected )")
            return v
        if t == "-": return ("neg", atom())
        return ("num", float(t) if "." in t else int(t))
    def term():
        v = atom()
        while peek() in ("*", "/"): v = (take(), v, atom())
        return v
    def expr():
        v = term()
        while peek() in ("+", "-"): v = (take(), v, term())
        return v
    v = expr()
    if peek() is not None: raise SyntaxError("trailing " + peek())
    return v
def ev(t):
    match t:
        case ("num", n): return n
        case ("neg", x): return -ev(x)
        case ("+", a, b): return ev(a) + ev(b)
        case ("-", a, b): return ev(a) - ev(b)
        case ("*", a, b): return ev(a) * ev(b)
        case ("/", a, b): return ev(a) / ev(b)
for s in ("1 + 2 * 3", "(1 + 2) * 3", "- 4 + 10 / 4", "2 * (3 - (4 - 5)) * 1.5", "1 / 0", "1 +",
          "2 2", "( 1", "x"):
    try:
        print(s, "=", ev(parse(s)))
    except (SyntaxError, ZeroDivisionError, IndexError, ValueError) as e:
        print(s, "->", type(e).__name__)
print(parse("1 + 2 * ( 3 - 4 )"))
