# Module-level annotations are collected lazily as well.
a: int = 1
b: Later
if a == 1:
    c: str
else:
    d: str
for _ in range(2):
    e: float
class Later: pass
ann = __annotate__(1)
print(list(ann), ann["a"], ann["b"] is Later)
print("b" in globals(), "__annotations__" in globals())
try:
    b
except NameError as err:
    print(err)
