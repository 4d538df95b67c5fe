# Special methods of a class that stands behind a builtin one among the bases: asked where the
# builtin type has none of its own, and only there.
log = []


def hook(name, result):
    def f(self, *args):
        log.append(name)
        return result
    return f


class Stepper:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


results = {
    '__bool__': False, '__len__': 3, '__iter__': Stepper(), '__next__': 8, '__contains__': True,
    '__index__': 5, '__int__': 6, '__float__': 2.5, '__complex__': 1j, '__hash__': 77,
    '__repr__': 'a repr', '__str__': 'a str', '__format__': 'formatted', '__bytes__': b'bytes',
    '__reversed__': Stepper(), '__length_hint__': 4, '__dir__': ['a', 'b'],
    '__setitem__': None, '__delitem__': None, '__setattr__': None, '__delattr__': None,
    '__set__': None, '__delete__': None, '__getattr__': 'attribute', '__get__': 'got',
}
operators = 'add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod'.split()
names = list(results)
for o in operators:
    names += ['__%s__' % o, '__r%s__' % o]
    if o != 'divmod':
        names.append('__i%s__' % o)
names += ['__neg__', '__pos__', '__invert__', '__abs__', '__round__', '__trunc__', '__floor__',
          '__ceil__', '__call__', '__getitem__', '__missing__', '__enter__', '__exit__',
          '__lt__', '__le__', '__gt__', '__ge__', '__eq__', '__ne__']


class A:
    pass


for n in names:
    setattr(A, n, hook(n, results.get(n, 'result of ' + n)))


def with_it(x):
    with x as y:
        pass
    return y


def set_item(x):
    x['nokey'] = 1


def del_item(x):
    del x['nokey']


def set_attr(x):
    x.some = 1


def del_attr(x):
    del x.some


class Owner:
    pass


def descriptor(action):
    def f(x):
        Owner.d = x
        try:
            return action(Owner())
        finally:
            del Owner.d
    return f


def set_d(o):
    o.d = 1


def del_d(o):
    del o.d


actions = {
    'bool': bool, 'len': len, 'iter': lambda x: type(iter(x)) is Stepper, 'next': next,
    'in': lambda x: 'q' in x,
    'hash': lambda x: hash(x) == 77, 'format': lambda x: format(x) == 'formatted',
    'reversed': lambda x: type(reversed(x)) is Stepper, 'dir': dir,
    'list': lambda x: list(x), 'getitem': lambda x: x[0], 'setitem': set_item,
    'delitem': del_item, 'getattr': lambda x: x.nosuch, 'setattr': set_attr, 'delattr': del_attr,
    'get': descriptor(lambda o: o.d == 'got'), 'set': descriptor(set_d), 'delete': descriptor(del_d),
    'neg': lambda x: -x, 'pos': lambda x: +x, 'invert': lambda x: ~x, 'abs': abs, 'round': round,
    'call': lambda x: x(), 'with': with_it, 'repr': lambda x: repr(x) == 'a repr',
    'str': lambda x: str(x) == 'a str',
    'lt': lambda x: x < 1j, 'eq': lambda x: x == object, 'ne': lambda x: x != object,
}
other = type('Other', (), {})()
sources = {'add': '+', 'sub': '-', 'mul': '*', 'truediv': '/', 'floordiv': '//', 'mod': '%',
           'pow': '**', 'lshift': '<<', 'rshift': '>>', 'and': '&', 'or': '|', 'xor': '^',
           'matmul': '@'}
for o, sign in sources.items():
    if o != 'mod': # '' % x is the business of __str__
        actions[o] = eval('lambda x: x %s other' % sign)
    actions['r' + o] = eval('lambda x: other %s x' % sign)
    scope = {}
    exec('def f(x):\n x %s= other\n return type(x) is str or x' % sign, {'other': other}, scope)
    if o != 'mod':
        actions['i' + o] = scope['f']
actions['divmod'] = lambda x: divmod(x, other)
bases = [object, str, bytes, bytearray, int, float, complex, tuple, list, dict, set, frozenset,
         ValueError, property, staticmethod, enumerate, type]


def make(base):
    B = type('B', (base, A) if base is not object else (A,), {})
    if base is enumerate:
        return B([])
    if base is staticmethod:
        return B(len)
    return type.__new__(B, 'C', (), {}) if base is type else B()


def show(x):
    if isinstance(x, (bool, str)) or x is None:
        return x
    return type(x).__name__


for base in bases:
    asked = []
    for name, action in actions.items():
        x = make(base)
        log.clear()
        try:
            r = show(action(x))
        except Exception as e:
            r = type(e).__name__
        if log:
            same = isinstance(r, str) and r.endswith(log[0])
            asked.append('%s:%s:%s' % (name, '' if same else r, '+'.join(log)))
    print(base.__name__, *asked)
