# Annotations of a class count only if the body came to them (PEP 649 in 3.14).
class A:
    a: int
    if a_is := False:
        b: int
        e: undefined
    else:
        c: str
    for _ in ():
        d: int
    for i in range(2):
        f: float = i
    else:
        g: int
    try:
        h: int
        1 / 0
        i2: int
    except ZeroDivisionError:
        j: int
    except NameError:
        k: int
    finally:
        l: int
    while False:
        m: int
    match 3:
        case 1:
            n: int
        case _:
            o: int

    class Inner:
        p: int
        if Ellipsis is None:
            q: int


print(A.__annotations__)
print(A.Inner.__annotations__)
print(A.__annotate__(1) == A.__annotations__)


def make(flags):
    class B:
        for n, flag in enumerate(flags):
            if not flag:
                continue
            if n == 0:
                x: int
            elif n == 1:
                y: flag
            else:
                __z: flags
        w: "last"
    return B


for flags in [], [1], [0, 1], [1, 1, 1], [1, 0, 1]:
    print(make(flags).__annotations__)

# More of them than a small int has bits.
source = ["class Many:"]
for i in range(150):
    source.append("    if %d in chosen: n%d: %d" % (i, i, i))
chosen = {0, 1, 29, 30, 31, 32, 60, 61, 62, 63, 64, 127, 128, 149}
exec("\n".join(source))
print(Many.__annotations__)


class Generic[T]:
    x: T
    if x_known := True:
        y: T
        z: list[T] = []
    if not x_known:
        u: T


print(Generic.__annotations__)

if []:
    m1: int
else:
    m2: int
import sys

print(sys.modules[__name__].__annotations__)
print([n for n in vars(A) if "executed" in n or "conditional" in n])
