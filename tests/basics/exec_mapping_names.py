# dir(), locals(), vars() in exec() and eval() with a mapping as locals.
class M(dict):
    def __missing__(self,k): print('missing',k); raise KeyError(k)
class N:
    def __init__(self): self.d={'q':1}
    def __getitem__(self,k): return self.d[k]
    def __setitem__(self,k,v): self.d[k]=v
    def __delitem__(self,k): del self.d[k]
    def keys(self): return self.d.keys()
exec("print(dir()); print(type(locals())); x=1; print(dir(), q)", {}, N())
exec("print(dir()); x=1; print(dir()); print(vars() is locals())", {}, M(a=1))
exec("class A: pass\nprint(sorted(dir()))", {}, N())
print(eval("dir()", {}, N()))
class O:
    def __getitem__(self,k):
        if k in ("dir",): raise KeyError(k)
        return len(k)
print(eval("abc + xyzt", {}, O()))
try: print(eval("dir()", {}, O()))
except Exception as e: print(type(e), e)
try: exec("dir()", {'__builtins__':{'dir': lambda: 5}}, O())
except Exception as e: print(type(e), e)
