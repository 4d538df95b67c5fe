# Code as an object: constants, names, lines, and copies under other names.
def f(a, b=2, *c, d, **e):
    "doc"
    x = 'text'
    y = lambda: 300000
    z = a.attr + glob
    return z
co = f.__code__
print(co.co_nlocals, co.co_stacksize > 0, co.co_names, [type(k).__name__ for k in co.co_consts])
lines = list(co.co_lines())
print(lines[0][0] == 0, all(a[1] == b[0] for a, b in zip(lines, lines[1:])), lines[-1][1] == len(co.co_code))
print({p[0] for p in co.co_positions()} == {l[2] for l in lines})
n = co.replace(co_name='g', co_filename='other.py', co_firstlineno=100, co_qualname='A.g')
print(n, n.co_qualname, n.co_argcount, n.co_varnames, n.co_names == co.co_names, n.co_code == co.co_code)
def h(x, y=1): 
    def k(): return x
    try: return k() / y
    except ZeroDivisionError as e: raise KeyError(y)
m = h.__code__.replace(co_name='longer_name_than_before', co_firstlineno=70000)
h.__code__ = m
print(h(4, 2))
try: h(1, 0)
except KeyError as e: print(e.__traceback__.tb_next.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_name)
for bad in dict(co_flags=1), dict(co_name=5), dict(co_firstlineno=-1), dict(co_qualname='x.y'):
    try: co.replace(**bad)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
def gen(a):
    yield a
    yield a + 1
gen.__code__ = gen.__code__.replace(co_name='nnn')
print(list(gen(4)), gen(1).gi_code.co_name, gen.__name__)
many = {}
exec("def big(a):\n" + "".join(" v%d = %d.5\n" % (i, i) for i in range(300)) + " return v299 + a\n", many)
b = many['big']; b.__code__ = b.__code__.replace(co_name='bigger')
print(b(1), b.__code__)
