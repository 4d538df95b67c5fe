# SPDX-License-Identifier: MIT
# object.__hash__ of ints and floats, which have no address: no block of the heap is pinned for them.
import gc

things = [[i] for i in range(50)]
numbers = [id(t) // 2 + 4 * k for t in things for k in range(-8, 9)] + [0, -1, 1.5, -2.25, 0.0]
print(all(type(object.__hash__(n)) is int for n in numbers))
print(all(object.__hash__(n) == object.__hash__(n) for n in numbers))
del things
gc.collect()
print(len([bytearray(n) for n in range(100)]))
