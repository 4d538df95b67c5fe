# stderr: ^Exception ignored while closing generator <generator object bad at 0x[0-9a-f]+>:\n(.*\n)*IndexError: list index out of range\n(.*\n)*$
# What a generator raises when it is collected is told of as what its __del__() would.
import gc


def bad():
    try:
        yield
    finally:
        [][1]


def drop():
    for i in range(20):
        next(bad())


drop()
gc.collect()
print("end")
