# SPDX-License-Identifier: MIT
# args: -X heapsize=96M
# In a large heap garbage is collected once 16 MiB were allocated, or twice what is in use.
import gc


def peak_while(total, size):
    most = 0
    for _ in range(total // size):
        bytearray(size)
        most = max(most, gc.mem_alloc())
    return most >> 20


gc.collect()
print(peak_while(60 << 20, 100 << 10) in (15, 16, 17))
print(peak_while(60 << 20, 1000) in (15, 16, 17))
live = [bytearray(1 << 20) for _ in range(12)]
gc.collect()
print(peak_while(80 << 20, 100 << 10) in range(34, 38))
gc.threshold(4 << 20)
gc.collect()
print(peak_while(60 << 20, 100 << 10) in (15, 16, 17))
gc.threshold(-1)
gc.disable()
gc.collect()
print(peak_while(60 << 20, 100 << 10) > 60)
