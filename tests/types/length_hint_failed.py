# __len__ that fails or lies, asked by all that takes items: a TypeError only means that the length is not known.
import array, collections, sys
def answer(word):
    def method(self):
        print(word)
        if isinstance(self.r, type): raise self.r
        return self.r
    return method
class C:
    def __init__(self, r): self.r=r
    __len__ = answer('len')
    def __getitem__(self, i):
        print('getitem', i)
        if i > 1: raise IndexError
        return i
def f(*a): return a
def setslice(x, c, s=slice(None)): x[s]=c; return x
class H(C):
    def __iter__(self): return iter([1,2])
def label(r): return 'big' if r==sys.maxsize+1 else r
ops=dict(setslice=lambda c:setslice([],c),setstep=lambda c:setslice([1,2],c,slice(None,None,1)),setstep2=lambda c:setslice([1,2,3],c,slice(None,None,2)),
 list=list,tuple=tuple,extend=lambda c:[].extend(c),iadd=lambda c:[].__iadd__(c),star=lambda c:[*c],startuple=lambda c:(*c,),call=lambda c:f(*c),call2=lambda c:f(1,*c),
 bytes=bytes,bytearray=bytearray,baext=lambda c:bytearray().extend(c),basl=lambda c:setslice(bytearray(),c),arr=lambda c:array.array('i',c),arre=lambda c:array.array('i').extend(c),
 deq=collections.deque,set=set,frozenset=frozenset,sorted=sorted,join=lambda c:''.join(c),sum=sum,max=max,dict=dict,zip=lambda c:list(zip(c)),enum=lambda c:list(enumerate(c)),
 rev=lambda c:list(reversed(c)),isin=lambda c:5 in c,unpack=lambda c:exec('a,b=c',{'c':c}),unpack2=lambda c:exec('a,*b=c',{'c':c}),map=lambda c:list(map(str,c)),
 deqe=lambda c:collections.deque().extend(c),su=lambda c:set().update(c),sumset=lambda c:{1}.union(c),isd=lambda c:{1}.isdisjoint(c),fromk=lambda c:dict.fromkeys(c),
 percent=lambda c:'%s'%c,maxl=lambda c: min(c,c),anyy=any, slc=lambda c:c[-1])
class L:
    def __init__(self, r): self.r=r
    __length_hint__ = answer('hint')
    def __iter__(self): return iter([1,2])
for cls in C,H,L:
  for r in None,-1,sys.maxsize + 1,2,TypeError,ValueError,IndexError:
    for n,o in ops.items():
        try: x=o(cls(r)); print(n, cls.__name__, label(r), type(x).__name__, x if not isinstance(x,str) else '')
        except Exception as e: print(n,cls.__name__,label(r),type(e).__name__ if isinstance(e,OverflowError) else repr(e))
