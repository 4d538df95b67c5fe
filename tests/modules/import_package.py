# Packages: __init__, submodules, relative imports, from-imports, __all__, attributes.
import sys
sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/_lib" if "/" in __file__ else "_lib")
import pkg_a
print(pkg_a.__name__, pkg_a.VALUE, hasattr(pkg_a, "late"), pkg_a.__package__)
import pkg_a.late
print(pkg_a.late.NAME, pkg_a.late.parent_value(), pkg_a.late.__name__)
from pkg_a import sub
print(sub.__name__, sub.leaf.WHO, sub.up())
import pkg_a.sub.leaf as lf
print(lf is sub.leaf, lf.__package__, sys.modules["pkg_a.sub.leaf"] is lf)
from pkg_a.sub.leaf import WHO as who, func
print(who, func(3))
ns = {}
exec("from pkg_a.starred import *", ns)
print(sorted(k for k in ns if not k.startswith("__")))
exec("from pkg_a.nostar import *", ns)
print("public" in ns, "_private" in ns)
for stmt in ("import pkg_a.missing", "from pkg_a import missing", "from pkg_a.sub import nothing",
             "import pkg_a.late.deeper", "from pkg_a.toofar import x"):
    try:
        exec(stmt)
    except ImportError as e:
        print(stmt, "->", type(e).__name__)
n = len(pkg_a.log)
import pkg_a
print(len(pkg_a.log) == n, pkg_a.log)
