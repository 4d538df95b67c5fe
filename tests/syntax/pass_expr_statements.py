# pass, expression statements, docstrings, ellipsis, assert, semicolons.
"module doc"
print(__doc__)
pass; pass
...
1; "string"; [1][0]
def f():
    "doc of f"
    pass
def g():
    x = "not a doc"
def h(): ...
class C:
    "doc of C"
class D: pass
print(f.__doc__, g.__doc__, h.__doc__, C.__doc__, D.__doc__, h())
assert True
assert 1, "unused"
for c, m in ((0, None), ([], "msg"), ("", ["any", "object"])):
    try:
        if m is None: assert c
        else: assert c, m
    except AssertionError as e:
        print("AssertionError", e.args)
try:
    assert (1 > 2), 1 / 1
except AssertionError as e:
    print(e)
x = 1; y = 2; print(x, y)
if x: pass; print("same suite")
class E: x = 1; y = 2
print(E.x + E.y)
def k(): return
print(k(), (lambda: ...)() is ...)
