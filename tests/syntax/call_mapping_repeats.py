# A name that a mapping's keys() gives twice is a repeated keyword, as one of two mappings.
class M:
    def __init__(self, ks): self.ks = ks
    def keys(self): return self.ks
    def __getitem__(self, k): return k
def f(*a, **k): return a, k
def t(s, g=globals()):
    try: print(s, eval(s, g))
    except Exception as e: print(s, type(e).__name__, e)
t("f(**M(['a','a']))"); t("f(**M(['a','b']))"); t("f(a=1, **M(['a']))"); t("f(**{'a':1}, **M(['a']))"); t("f(**M([1]))"); t("f(**M(['a',1]))"); t("f(**5)")
t("dict(**M(['a','a']))"); t("{**M(['a','a'])}"); t("dict(M(['a','a']))"); t("print(**M(['sep','sep']))"); t("f.__call__(**M(['a','a']))")
def g(a): return a
t("g(**M(['a','a']))"); t("g(1, **M(['a']))"); t("int(**M(['base','base']))"); t("sorted([], **M(['key','key']))")
class K(type):
    def __new__(m, *a, **k): return super().__new__(m, *a)
    def __init__(c, *a, **k): pass
try:
    class C(metaclass=K, **M(['z','z'])): pass
    print('made')
except TypeError as e: print(e)
class D(dict):
    def keys(self): return ['x','x']
t("f(**D(x=1))")
