# What a finaliser or a callback raises goes to sys.unraisablehook.
import gc, io, sys, weakref

class Bad:
    def __del__(self):
        raise KeyError("in del")

def drop():
    Bad()

def forget():
    [[] for i in range(50)]

def collect(make):
    make()
    forget()
    gc.collect()

seen = []
sys.unraisablehook = seen.append
collect(drop)
(u,) = seen
print(u.exc_type, repr(u.exc_value), type(u.exc_traceback), u.object, len(u))
print(u.err_msg.startswith("Exception ignored while calling deallocator <function Bad.__del__ at"))
print(u[1] is u.exc_value, u.exc_value.__traceback__ is u.exc_traceback)

# One that fails is reported itself.
def broken(u):
    raise ValueError("hook")

sys.unraisablehook = broken
sys.stderr = io.StringIO()
collect(drop)
text = sys.stderr.getvalue()
print("in sys.unraisablehook: <function broken" in text, text.splitlines()[-1])

# The one that is there from the start: to sys.stderr, whatever that is.
for hook in sys.__unraisablehook__, None:
    sys.unraisablehook = hook
    sys.stderr = io.StringIO()
    collect(drop)
    lines = sys.stderr.getvalue().splitlines()
    print(lines[0][:40], lines[-1])

sys.stderr = io.StringIO()
sys.__unraisablehook__(u)
print(sys.stderr.getvalue().splitlines()[-1])

sys.stderr = None
collect(drop)
sys.stderr = sys.__stderr__

try:
    sys.__unraisablehook__(5)
except TypeError as e:
    print(e)

# weakref callbacks
seen.clear()
sys.unraisablehook = seen.append
class C: pass
c = C()
r = weakref.ref(c, broken)
del c
forget()
gc.collect()
print([repr(u.exc_value) for u in seen])
