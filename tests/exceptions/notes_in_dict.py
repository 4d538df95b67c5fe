# Notes are an attribute like others: in __dict__, in the state, of slots, descriptors and class attributes.
class C(Exception): pass
for c in C, ValueError, OSError, ExceptionGroup:
    a = c('m', [ValueError(1)]) if c is ExceptionGroup else c('m')
    a.add_note('n')
    print(c.__name__, a.__getstate__(), a.__dict__, vars(a), a.__reduce__(), "__notes__" in dir(a), list(a.__dict__))
    a.x=1
    print(c.__name__, a.__getstate__(), a.__dict__, vars(a), a.__reduce__(), "__notes__" in dir(a), list(a.__dict__))
    del a.__notes__
    print(a.__dict__, hasattr(a,'__notes__'))
    a.__dict__['__notes__']=['q']
    print(a.__notes__)
    a.__dict__={'__notes__':['z']}
    print(a.__notes__, a.__dict__)
    a.add_note('y'); print(a.__dict__)
    del a.__dict__['__notes__']
    print(hasattr(a,'__notes__'))
    a.__notes__=5; print(a.__dict__)
    try: a.add_note('a')
    except TypeError as e: print(e)
    a.__setstate__({'__notes__':['state']}); print(a.__notes__)
class S(Exception):
    __slots__='s'
class N(Exception):
    __notes__=['class']
class G(Exception):
    def __setattr__(self, n, v): print('set',n,v); super().__setattr__(n,v)
    def __getattr__(self, n): print('get',n); raise AttributeError
class P(Exception):
    @property
    def __notes__(self): return self.n
    n=[]
for c in S,N,G,P:
    a=c(); a.add_note('x'); print(c.__name__, a.__dict__, a.__notes__,N.__notes__)
    a.add_note('x'); print(c.__name__, a.__dict__, a.__notes__,N.__notes__)
