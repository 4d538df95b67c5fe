# A class called where an exception, an int, a str ... is wanted, and special methods, give something else.
class E(Exception):
    def __new__(cls, *a): return 1
def attempt(f):
    try: print(f())
    except TypeError as e: print(e)
    except Exception as e: print(type(e).__name__, e)
def gen():
    yield 1
def started():
    g = gen(); next(g); return g
async def agen():
    yield 1
async def co():
    await A()
class A:
    def __await__(self): yield
def delegating():
    yield from gen()
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
def r(): raise E
def r2(): raise E()
def r3(): raise ValueError from E
def r4():
    try: raise ValueError
    except E: pass
for f in (r, r2, r3, lambda: started().throw(E), lambda: started().throw(E, 'x'), lambda: gen().throw(E), lambda: run(agen().athrow(E))): attempt(f)
def d():
    g = delegating(); next(g); g.throw(E)
attempt(d)
def c():
    x = co(); x.send(None)
    try: x.throw(E)
    finally: x.close()
attempt(c)
class T(type):
    def __call__(cls, *a): return 'text'
class F(Exception, metaclass=T): pass
def r5(): raise F
attempt(r5); attempt(lambda: started().throw(F))
def r6(): raise ValueError from F
attempt(r6)
class I(int):
    def __new__(cls, *a): return 'no int'
attempt(lambda: I(3)); attempt(lambda: I.from_bytes(b'\1', 'big'))
class S(str):
    def __new__(cls, *a): return 7
attempt(lambda: S('x'))
class B(bytes):
    def __new__(cls, *a): return 7
attempt(lambda: B.fromhex('00')); 
class D(dict):
    def __new__(cls, *a): return 7
attempt(lambda: D.fromkeys('ab'))
class Fl(float):
    def __new__(cls, *a): return 'f'
attempt(lambda: Fl.fromhex('0x1p0'))
class Z:
    def __int__(self): return S2('5')
    def __index__(self): return 'x'
    def __float__(self): return 1
    def __str__(self): return 5
    def __repr__(self): return b''
    def __bytes__(self): return 'x'
    def __len__(self): return 'x'
    def __bool__(self): return 1
    def __hash__(self): return 'x'
    def __format__(self, s): return 1
    def __complex__(self): return 1
    def __length_hint__(self): return 'x'
    def __iter__(self): return 1
    def __round__(self): return 'r'
    def __dir__(self): return 1
    def __contains__(self, x): return []
class S2(str): pass
for f in (int, float, str, repr, bytes, len, bool, hash, format, complex, iter, list, dir, round, hex, range, lambda z: [1][z], lambda z: 'a' * z, lambda z: f'{z}', lambda z: '%d' % z, lambda z: '%s' % z, lambda z: 1 in z, chr, lambda z: {z}, lambda z: not z, lambda z: [*z], lambda z: z[0]): attempt(lambda: f(Z()))
