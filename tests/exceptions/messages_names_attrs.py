# Messages of undefined names and missing attributes.
import math
class C:
    __slots__ = ("s",)
class D(C):
    attr = 1
def fn(): pass
def local_before():
    print(y)
    y = 1
def del_local():
    z = 1
    del z
    return z
def closure():
    def inner(): return w
    inner()
    w = 1
for code in ("nope", "x.y", "local_before()", "del_local()", "closure()", "C().zip", "D().zip",
             "D.zip", "C().s", "(5).foo", "'s'.foo", "None.foo", "[].foo", "{}.foo", "().foo",
             "fn.foo", "math.foo", "len.foo", "int.foo",
             "(1.5).foo", "b''.foo", "True.foo", "fn().foo", "range(3).foo", "type.foo", "D().m.n",
             "object().foo", "(lambda: 0).foo", "{1}.foo", "del nope2", "Ellipsis.foo",
             "(i for i in ()).foo"):
    try:
        exec(code)
        print(code, "ok")
    except (NameError, AttributeError) as e:
        print(code, "->", type(e).__name__, e)
