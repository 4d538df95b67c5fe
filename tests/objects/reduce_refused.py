# Objects that can't be pickled say so; what is theirs alone is not lost silently.
import sys
from _reduce_show import show, try_show


def gen():
    yield


class P(property):
    pass


class M(type(sys)):
    pass


for v in (gen(), sys, gen, {}.keys(), type.__dict__, property(), staticmethod(gen), P(), iter(memoryview(b""))):
    try_show(lambda: v.__reduce_ex__(2))
for v in (gen(), sys, gen, {}.keys(), type.__dict__, property(), gen.__code__, memoryview(b"")):
    try_show(lambda: v.__reduce_ex__(0))
    try_show(v.__reduce__)
for v in (memoryview(b""), gen.__code__, M("m")):
    try_show(lambda: v.__reduce_ex__(2), False)
try_show(lambda: object.__reduce_ex__(int, 2), False)
print(object.__getstate__(gen), [].__getstate__())
