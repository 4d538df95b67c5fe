# ModuleType's subclasses: what they define and what is in the module's own namespace; assignment of __class__.
import sys
M = type(sys)
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def setc(o, c):
    def f(): o.__class__ = c; return type(o).__name__
    show(f)
class Sub(M):
    kind = "of the class"
    plain = 1
    @property
    def now(self): return "property of " + self.__name__
    @now.setter
    def now(self, v): self.__dict__['stored'] = v
    def __getattr__(self, name):
        if name.startswith("x"): return name * 2
        raise AttributeError(name)
    def __setattr__(self, name, v):
        print("set", name, v)
        super().__setattr__(name, v)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
    def method(self, a): return (self.__name__, a)
    def __call__(self): return "called"
    def __len__(self): return 5
    def __repr__(self): return "repr of " + self.__name__
m = M("m")
m.a = 1
setc(m, Sub)
show(lambda: (m, isinstance(m, Sub), m.a, m.now, m.xy, m.method(3), m(), len(m), m.__class__.__name__))
show(lambda: m.y)
m.b = 2
m.now = 3
m.plain = 7
show(lambda: (m.plain, Sub.plain, m.stored, [n for n in m.__dict__ if n[0] != '_']))
del m.plain
show(lambda: (m.plain, sorted(k for k in vars(m) if k[0] != '_')))
show(lambda: sorted(n for n in dir(m) if n[0] != '_'))
setc(m, M)
show(lambda: (repr(m)[:9], m.a, m.b, m.stored))
show(lambda: m.now)
m.now = 4
show(lambda: m.now)
setc(m, Sub)
show(lambda: (m.now, m.__dict__['now']))
class Other(M): pass
setc(m, Other)
show(lambda: m.now)
class Slots(M): __slots__ = ("s",)
class Empty(M): __slots__ = ()
class Plain: pass
class Plain2: pass
class Mixed(M, Plain): pass
class Mixed2(Plain, M): pass
setc(m, Empty)
setc(m, Slots); setc(m, Plain); setc(m, int); setc(m, 5); setc(m, Mixed); setc(m, Mixed2); setc(m, object); setc(Plain(), M); setc(Plain(), Other); setc(5, M)
setc(Plain(), Plain2)
show(lambda: delattr(m, '__class__'))
s = Slots("s"); s.s = 1; s.t = 2
show(lambda: (s.s, s.t, s.__dict__.get('s'), s.__dict__['t'])); setc(s, M); setc(s, Slots)
class Slots2(M): __slots__ = ("s",)
setc(s, Slots2)
class SubSlots(Slots): pass
u = SubSlots("u"); u.s = 4; u.w = 5
show(lambda: (u.s, u.w, vars(u)['w'], 's' in vars(u)))
setc(u, Slots)
w = Sub("w")
w.q = 1
class G(M):
    def __getattribute__(self, name):
        if name == "secret": return 1
        return super().__getattribute__(name)
setc(w, G)
show(lambda: (w.secret, w.q))
show(lambda: w.zz)
setc(sys.modules, M)
class Meta(type): pass
setc(m, Meta)
print(M.__flags__ & 512, Sub.__dictoffset__ != 0, '__dict__' in Sub.__dict__, '__weakref__' in Sub.__dict__, Empty.__dict__.keys() & {'__dict__','__weakref__'})
def b():
    class Bad(M): __slots__ = ('__dict__',)
show(b)
def b():
    class PS: __slots__ = ('z',)
    class Bad(M, PS): pass
    return Bad('x').__name__
show(b)

class Late(M):
    pass
late = Late("late")
setc(m, Late)
deleted = []
Late.__del__ = lambda self: deleted.append(self.__name__)
import gc
late = m = None
def more(n):
    return n and more(n - 1)
more(50)
gc.collect()
print("late" in deleted, "m" in deleted)
