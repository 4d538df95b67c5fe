# X = const(...): what a name with an underscore stands for is in the code; there is no such global.
from micropython import const
_A = const(5)
B = const(6)
_C = const((_A, "x"))
_D = 7
_E = const(_A + B * 2)
print(_A, B, _C, _D, _E)
print([name for name in ("_A", "B", "_C", "_D", "_E") if name in globals()])
def f():
    _L = const(3)
    return _L + _A, [_A for i in range(2)]
print(f())
class K:
    _M = const(8)
print(K._M, (lambda: _A + 1)(), f"{_A}")
try:
    eval("_A")
except NameError as e:
    print(e)
