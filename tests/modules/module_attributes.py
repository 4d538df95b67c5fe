# __package__, __spec__ and the other names of modules: of packages, modules, the main program,
# builtin
# modules and those made by hand; also as global names. Assigned values win.
import os, sys
where = os.getenv("TMPDIR")
sys.path.insert(0, where)
SOURCES = {
    "ma_pkg/__init__.py": "'doc'\nhere = __package__, __spec__.name, __spec__.parent, __doc__, __path__ == "
                          "__spec__.submodule_search_locations, __spec__.origin == __file__\n",
    "ma_pkg/mod.py": "from . import other\nhere = __package__, __spec__.name, __spec__.parent, __doc__\n"
                     "def f(): return __package__, __spec__.parent, __doc__\n",
    "ma_pkg/other.py": "",
    "ma_pkg/sub/__init__.py": "from ..other import __name__ as n, __spec__ as s\n",
    "ma_top.py": "def __getattr__(name): return 'hook ' + name\n", "ma_space/inner.py": "",
}
for name, text in SOURCES.items():
    for i, c in enumerate(name):
        if c == "/":
            try: os.mkdir(where + "/" + name[:i])
            except OSError: pass
    with open(where + "/" + name, "w") as f: f.write(text)

def show(m):
    print(m.__name__, repr(m.__package__), m is sys or m.__doc__ is None, hasattr(m, "__file__"),
        hasattr(m, "__path__"),
          hasattr(m, "__loader__"), hasattr(m, "__cached__"),
          [n in dir(m) for n in ("__name__", "__doc__", "__package__", "__spec__", "__loader__",
          "__cached__")])
    s = m.__spec__
    if s is None:
        print("  no spec")
        return
    locations = s.submodule_search_locations
    print(" ", type(s).__name__, s.name, repr(s.parent),
        locations and list(locations) == list(m.__path__),
          s.origin == getattr(m, "__file__", s.origin), s.has_location, s == m.__spec__,
          hasattr(s, "loader"),
          hasattr(s, "cached"))

import ma_pkg, ma_pkg.mod, ma_pkg.sub, ma_top, ma_space, ma_space.inner
made = type(sys)("made")
for m in (ma_pkg, ma_pkg.mod, ma_pkg.sub, ma_top, ma_space, ma_space.inner, sys,
    sys.modules["__main__"], made):
    show(m)
print(ma_pkg.here, ma_pkg.mod.here, ma_pkg.mod.f(), ma_pkg.sub.n, ma_pkg.sub.s.name)
print(sys.__spec__.origin, repr(sys.__spec__)[:22], ma_space.__file__, repr(ma_pkg.__spec__)[:24])
print(ma_pkg.__spec__ is ma_pkg.__spec__, ma_top.other, ma_pkg.sub.s is ma_pkg.other.__spec__)
print(__package__, __spec__, __doc__, __cached__, __name__)

# Assigned values win.
ma_pkg.mod.__spec__ = 5
ma_pkg.mod.__package__ = "p"
ma_pkg.mod.__doc__ = "d"
sys.__package__ = "q"
made.__spec__ = made.__loader__ = 7
print(ma_pkg.mod.__spec__, ma_pkg.mod.__package__, ma_pkg.mod.__doc__, sys.__package__,
    made.__spec__, made.__loader__)
del sys.__package__, made.__loader__

# What relative imports go by.
class Spec:
    def __init__(self, parent): self.parent = parent
for space in ({"__package__": "ma_pkg"}, {"__package__": None, "__spec__": Spec("ma_pkg")},
              {"__spec__": Spec("ma_pkg.mod")}, {"__spec__": Spec(5)}, {"__spec__": Spec("")},
              {"__spec__": ()},
              {"__spec__": None, "__name__": "ma_pkg", "__path__": []}, {"__name__": "ma_pkg.mod"},
              {},
              {"__name__": 5}, {"__package__": 5}, {"__name__": "top"}, {"__package__": ""}):
    try:
        exec("from . import other", space)
        print(space["other"].__name__)
    except Exception as e: print(type(e).__name__, e)
for code in ("__package__", "__spec__.name", "__name__", "__cached__", "__file__", "__path__"):
    try: print(code, repr(eval(code, {})))
    except Exception as e: print(code, type(e).__name__)
