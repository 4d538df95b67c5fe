# The arguments of throw(): what is made of them, what misuse gives, and what a sub-iterator gets.
def g():
    while 1:
        try:
            r = yield 1
        except Exception as e:
            print('in', type(e), e.args, e.__traceback__ is not None)
def t(*a):
    x = g(); next(x)
    try: x.throw(*a)
    except BaseException as e: print('out', type(e), e)
class E(Exception):
    def __init__(self, *a):
        raise ValueError('init')
class F(Exception):
    __new__ = lambda cls,*a: 1
t(E); t(F); t(ValueError, (1,2)); t(ValueError, 3); t(ValueError, KeyError(1)); t(LookupError, KeyError(1))
t(KeyError(1), 2); t(KeyError(1), None); t(KeyError, None, None); t(KeyError(1), None, 5); t(KeyError, 5, 5); t(5); t(int); t(int, 5)
t(ValueError, None, 3)
class It:
    def __iter__(self): return self
    def __next__(self): return 5
    def throw(self, *a):
        print('throw', a); return 7
def d():
    try:
        yield from It()
    except Exception as e: print("d", type(e), e); yield 9
for a in (ValueError,), (ValueError, 1), (5,), (KeyError(2), 3), (ValueError, None, None):
    x = d(); next(x)
    try: print(x.throw(*a))
    except BaseException as e: print('out', e)
def dd():
    try: yield from g()
    except Exception as e: print("dd", type(e), e); yield 9
for a in (5,), (KeyError(2), 3), (ValueError, None, 7):
    x = dd(); next(x)
    try: print(x.throw(*a))
    except BaseException as e: print('out', e)
def tb():
    try: 1/0
    except Exception as e: return e.__traceback__
T = tb()
def gg():
    try: yield
    except Exception as e:
        n = 0; t = e.__traceback__
        while t: n += 1; last = t; t = t.tb_next
        print(n, last is T, [f for f in [e.__traceback__ is T]])
x = gg(); next(x)
try: x.throw(ValueError, ValueError(1), T)
except StopIteration: pass
x = gg(); next(x)
try: x.throw(ValueError(1).with_traceback(T))
except StopIteration: pass
x = g()
try: x.throw(ValueError, (1,2))
except ValueError as e: print(e.args)
try: x.throw(5)
except TypeError as e: print(e.args)
try: next(x)
except StopIteration as e: print(e.args)
x = g()
try: x.throw(5)
except TypeError as e: print(e.args)
print(next(x))

async def ag():
    try: yield 1
    except Exception as e: print('ag', type(e), e.args); yield 2
def step(c):
    try: c.send(None)
    except StopIteration as e: print('value', e.value)
    except Exception as e: print('raised', type(e), e)
for a in (ValueError, (1, 2)), (KeyError(1), 2), (5,), (ValueError, None, 5), (LookupError, KeyError(3)):
    x = ag()
    step(x.asend(None))
    step(x.athrow(*a))
    step(x.asend(None))
