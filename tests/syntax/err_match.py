# SyntaxErrors in match statements.
H = "match s:\n    "
for c in ("case _: pass\n    case 1: pass", "case x: pass\n    case 1: pass", "case [a, a]: pass",
          "case a | 1: pass", "case (1, a) | (2, b): pass", "case [*a, *b]: pass",
          "case {**r, 'a': 1}: pass",
          "case {'a': 1, 'a': 2}: pass", "case C(a=1, a=2): pass", "case C(a=1, 2): pass",
          "case {x: 1}: pass",
          "case 1 as _: pass", "case 1 as x.y: pass", "case -x: pass", "case 1 + 2: pass",
          "case f'a': pass",
          "case {**_}: pass", "case {*a}: pass", "case not x: pass", "case x + 1: pass",
          "case [1: pass",
          "case {'a': x, 'b': x}: pass", "case 1 if: pass", "case: pass", "case 1", "default: pass",
          "case a.b(): pass", "case a.b.c: pass", "case -1.5: pass", "case 1 | 2 | None: pass",
          "case (a): pass", "case (a,): pass", "case [(1 | 2) as q]: pass"):
    try:
        compile(H + c + "\n", "<test>", "exec")
        print(c, "-> accepted")
    except SyntaxError as e:
        print(c, "->", type(e).__name__)
for c in ("case _: pass\n    case 1: pass", "case x: pass\n    case 1: pass", "case [*a, *b]: pass",
          "case [a, a]: pass", "case (1, a) | (2, b): pass"):
    try:
        compile(H + c + "\n", "<test>", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno)
