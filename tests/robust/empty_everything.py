# Empty buffers, containers and texts in every operation, and the smallest exception buffers.
import micropython, array, io
for n in (1, 2, 15, 16, 17, 31, 32, 33, 64, 0):
    try: micropython.alloc_emergency_exception_buf(n)
    except ValueError as e: print(e)
micropython.alloc_emergency_exception_buf(0)
print(io.BytesIO(b"a").readinto(bytearray(0)), io.BytesIO(b"").readinto(array.array("i")), io.BytesIO().readinto(bytearray()))
import os
p = os.getenv('TMPDIR') + '/ub'
open(p, 'wb').close()
for b in (bytearray(), array.array('i'), memoryview(bytearray())):
    with open(p, 'rb') as f: print(f.readinto(b))
    with open(p, 'rb', 0) as f: print(f.readinto(b))
    r = micropython.RingIO(4); print(r.readinto(b))
hash(int.mro); hash([].append); hash("".join); hash(int.__add__); hash(len); hash(type.mro)
a = array.array('i'); a.extend(a); a += a; a *= 5; a[:] = a; a.frombytes(b''); print(a, bytes(a), a.tobytes(), a == a, a + a)
b = bytearray(); b.extend(b); b += b; b[:] = b; b *= 3; b.join([b, b]); print(b, b.find(b), b.replace(b, b), b.count(b), b.split(), b.partition(b'a'), b.strip(b))
m = memoryview(b''); m[:] ; print(m.tobytes(), m == m, m.tolist(), bytes(m), m[::-1].tobytes())
print(b''.join([]), b'' + b'', ''.join([]), b'' * 5, b''.hex(), bytes.fromhex(''), b''.translate(None), b''.decode(), ''.encode())
import struct; print(struct.pack(''), struct.unpack('', b''), struct.calcsize(''), struct.pack('0s', b''), struct.unpack('0i', b''))
l = []; l.extend(l); l[:] = l; l *= 0; l.sort(); l.reverse(); l += l; l[0:0] = l; print(l, l + l, l * 3, l[::-1], sorted(l), tuple(l))
import json, random; print(json.dumps([]), json.loads('[]'))
print(set() | set(), set().union(), {}.copy(), {} | {}, frozenset())
from collections import deque; d = deque(); d.extend(d); d.rotate(5); d.reverse(); d *= 3; print(d, d.copy(), d + d)
i = 0; print(i << 0, -1 >> 100, (-2**62) // -1, -(-2**62), abs(-2**62), (-2**62) % -1, divmod(-2**62, -1), 2**62 * 2, -2**63, ~(2**62), int.from_bytes(b'', 'big'), (0).to_bytes(0, 'big'), pow(-2**62, 1, 3))
