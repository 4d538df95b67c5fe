# Which special methods each builtin type has: in the type, in its instances, in dir(); and which
# are None. The expected output was compared with CPython's: only hashes of slice and mappingproxy,
# and the name of Union, have changed since 3.11.
import array
import collections
import io
import sys

operators = '''add and divmod floordiv lshift matmul mod mul or pow rshift sub truediv xor'''.split()
others = '''abs bool bytes call ceil complex contains copy deepcopy delete delitem enter eq exit float
floor format ge get getitem getnewargs gt hash index init instancecheck int invert iter le len lt
length_hint missing ne neg new next pos prepare repr reversed round set set_name setitem sizeof str
reduce reduce_ex getstate setstate class_getitem del subclasscheck subclasses trunc aiter anext await aenter aexit'''.split()
names = ['__%s__' % n for n in others]
for o in operators:
    names += ['__%s__' % o, '__r%s__' % o, '__i%s__' % o]
names.sort()


def gen():
    yield


async def agen():
    yield


async def coro():
    pass


class P:
    pass


awaited = coro()
values = [
    object(), 1, True, 1.5, 1j, '', b'', bytearray(), memoryview(b''), [], (), {}, set(),
    frozenset(), range(3), slice(1), None, ..., NotImplemented, {}.keys(), {}.values(), {}.items(),
    iter([]), iter(()), iter({}), iter({}.items()), iter(set()), iter('\u1234'), iter(b''),
    iter(bytearray()), iter(range(3)), reversed([]), reversed({}), reversed({}.values()),
    iter(int, 1), enumerate([]), zip(), map(len, []), filter(len, []), property(),
    classmethod(len), staticmethod(len), super(int, 1), type, gen, gen(), agen(), awaited, len,
    [].append, P.__dict__, list.append, list.__len__, int.real, sys, gen.__code__,
    int | str, ValueError(), OSError(), ExceptionGroup('', [ValueError()]), collections.deque(),
    collections.OrderedDict(), collections.defaultdict(), collections.Counter(),
    collections.namedtuple('N', 'x')(1), array.array('i'), io.BytesIO(), io.StringIO(),
    iter(collections.deque()), iter(array.array('i')), agen().__anext__(),
]
awaited.close()


def without_common(found):
    return ' '.join(n[2:-2] for n in found if n not in common)


common = [n for n in names if hasattr(object, n) and n not in ('__new__', '__init__')]
common = [n for n in common if n not in ('__instancecheck__', '__subclasscheck__', '__prepare__',
                                         '__subclasses__', '__or__', '__ror__', '__call__')]
print('object:', *common)
for v in values:
    t = type(v)
    listed = dir(v)
    print(t.__name__ + ':', without_common(n for n in names if hasattr(v, n)))
    for n in names:
        if hasattr(v, n) != hasattr(t, n) and not hasattr(type, n):
            print('    only one of type and instance has', n)
        if (n in listed) != hasattr(v, n) and not isinstance(v, type):
            print('    dir() is wrong about', n)
        if hasattr(t, n) and getattr(t, n) is None:
            print('    None:', n)
