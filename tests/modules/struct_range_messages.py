# b and B are named in messages whatever the byte order; buffers that can't be written to.
import struct

for code, value in ((">b", 300), ("<b", -129), (">B", -1), ("b", 200), (">h", 1 << 20)):
    try:
        struct.pack(code, value)
    except struct.error as e:
        print(code, e)
try:
    struct.pack_into("i", b"abcd", 0, 1)
except TypeError as e:
    print(e)
