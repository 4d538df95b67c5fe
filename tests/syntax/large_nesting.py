# Blocks, calls and containers nested as deeply as real programs do.
src = ""
for i in range(15):
    src += " " * i + "for i%d in range(1):\n" % i
src += " " * 15 + "r = 'for15'\n"
exec(src)
print(r)
src = ""
for i in range(40):
    src += " " * i + "if 1:\n"
src += " " * 40 + "r = 'if40'\n"
exec(src)
print(r)
src = ""
for i in range(15):
    src += " " * i + "try:\n"
src += " " * 15 + "r = 'try'; 1 / 0\n"
for i in reversed(range(15)):
    src += " " * i + "finally: r += '%d'\n" % i
try:
    exec(src)
except ZeroDivisionError:
    print(r)
src = ""
for i in range(18):
    src += " " * i + "def f%d(a%d=%d):\n" % (i, i, i)
src += " " * 18 + "return a0 + a17\n"
for i in reversed(range(1, 18)):
    src += " " * i + "return f%d()\n" % i
exec(src)
print(f0())
x = eval("".join("[%d," % i for i in range(60)) + "0" + "]" * 60)
d = 0
while isinstance(x, list):
    x, d = x[1], d + 1
print(d)
print(eval("abs(" * 50 + "-3" + ")" * 50), eval("1 if 0 else " * 60 + "2"),
      eval("not " * 101 + "0"))
print(eval("lambda: " * 30 + "5")()()() is not None, eval("-" * 100 + "1"), eval("1" + "+1" * 900))
