# match with literal patterns; the subject is evaluated once.
def f(x):
    match x:
        case 0: return "zero"
        case 1.5: return "float"
        case -3: return "neg"
        case 2 + 3j: return "complex"
        case -1 - 1j: return "negc"
        case "s": return "str"
        case b"b": return "bytes"
        case "a" "b": return "joined"
        case None: return "none"
        case True: return "true"
        case False: return "false"
        case 10 | 20 | 30: return "tens"
    return "no match"
for v in (0, 0.0, False, 1.5, -3, 2 + 3j,
          -1 - 1j, "s", b"b", "ab", None, True, 1, 20, 30.0, 40, []):
    print(repr(v), f(v))
n = 0
def subj():
    global n
    n += 1
    return 3
match subj():
    case 1: print("1")
    case 2: print("2")
    case 3: print("3", n)
match 1, 2:
    case 1, 2: print("tuple subject")
match = 5
case = match + 1
print(match, case)
_ = "under"
match 4:
    case _: print(_)
