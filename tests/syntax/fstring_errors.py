# Malformed f-strings and errors at run time.
for src in ("f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{x!}'", "f'{x!z}'", "f'{a b}'", "f'{x'",
           "f'{!r}'",
            "f'{:x}'", "f'{1:{'", "f'{x!r'", "f'{lambda x: 1}'", "f'{*}'", "f'{x = 1 2}'"):
    try:
        eval(src)
        print(src, "accepted")
    except SyntaxError:
        print(src, "SyntaxError")
for src in ("f'{nope}'", "f'{5:zz}'", "f'{\"a\":d}'", "f'{1 // 0}'", "f'{[1]:>5}'", "f'{None:5}'",
            "f'{1.5:d}'", "f'{3:.2}'", "f'{3:{\"q\"}}'", "f'{[][0]}'"):
    try:
        print(eval(src))
    except Exception as e:
        print(src, type(e).__name__)
try:
    print(f"{'abc':=5}")
except ValueError as e:
    print(e)
try:
    print(f"{3:,s}")
except ValueError as e:
    print(type(e).__name__)
print(f"{'ok':s}{3:c}".encode())
