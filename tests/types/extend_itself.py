# Containers and their subclasses extended by themselves.
from array import array
from collections import deque


class L(list):
    pass


class B(bytearray):
    pass


class Q(deque):
    pass


class A(array):
    pass


for make in (lambda: [1, 2], lambda: L([1, 2]), lambda: bytearray(b"ab"), lambda: B(b"ab"), lambda: deque([1, 2]),
             lambda: Q([1, 2]), lambda: array("b", [1, 2]), lambda: A("b", [1, 2])):
    x = make()
    try:
        x += x
        print(x)
    except BufferError as e:
        print(e)
    x.extend(x)
    print(x)
    if not isinstance(x, deque):
        x[1:2] = x
        print(x)
        x[:] = x
        x[2:2] = x[1:]
        print(x)
    x *= 2
    print(len(x))
for make in (lambda: {1: 2}, lambda: type("D", (dict,), {})({1: 2}), lambda: {1, 2}, lambda: type("S", (set,), {})({1, 2})):
    x = make()
    x.update(x)
    x |= x
    print(x)
