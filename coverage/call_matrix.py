# SPDX-License-Identifier: MIT
"""Calls everything that dir() finds, with hostile arguments; coverage/fuzz_calls.py drives it.

    micropython coverage/call_matrix.py PROGRESS FIRST COUNT
    micropython coverage/call_matrix.py PROGRESS GROUP:CALL,...;GROUP:CALL,... [LOG]

Runs COUNT groups of calls from the group FIRST on and writes a byte to the file PROGRESS before each. What a call
does follows from its group's number and its own, so that groups can be run again with some of their calls only.
What they do is then written to LOG, as Python text, before it is done; S are the slots in which a group keeps objects.
"""

import array, cmath, collections, copyreg, errno, gc, io, json, math, micropython, os, random
import string, struct, sys, time, weakref
import string.templatelib

PER_GROUP = 24
SLOTS = 10
LOST = 77  # the exit code when calls have damaged what this script itself needs

# ---- what is left out, and why -------------------------------------------------------------------

# By the function's name, or the module's and its name: these end or harm the process by design, wait, or reach
# beyond the scratch directory. Nothing may be here because it crashes.
LEFT_OUT = {
    "os._exit": "ends the process",
    "os.system": "starts programs",
    "os.chdir": "leaves the scratch directory",
    "os.close": "closes the log",
    "time.sleep": "waits",
    "time.sleep_ms": "waits",
    "time.sleep_us": "waits",
    "micropython.kbd_intr": "switches Ctrl-C off, by which the driver ends what takes long",
}

MODULES = (
    array, cmath, collections, errno, gc, io, json, math, micropython, os, os.path, random, string,
    string.templatelib, struct, sys, time, weakref, copyreg, __import__("builtins"),
    __import__("__future__"),
)

# ---- random numbers ------------------------------------------------------------------------------


def make_random():
    x = 1

    def seed(group, call):
        nonlocal x
        x = (group * 1000003 + call * 8191 + 12345) & 0x7FFFFFFF
        draw(2)
        draw(2)

    def draw(n):
        nonlocal x
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        return (x >> 8) % n

    return seed, draw


seed, draw = make_random()

# ---- hostile objects -----------------------------------------------------------------------------

S = [None] * SLOTS
budget = [0]  # how often the present call may still come back to a hostile object that does something


def snapshot():
    with open("/dev/null", "wb") as stream:
        micropython.heap_snapshot(stream)
    gc.get_objects()


# What is done to an object in a slot, behind the back of who uses it.
DISTURB = (
    lambda o: o.clear(), lambda o: o.append(S), lambda o: o.append(1), lambda o: o.extend(b"0123456789" * 9),
    lambda o: o.pop(), lambda o: o.update({draw(9): 1}), lambda o: o.add(draw(99)), lambda o: o.sort(),
    lambda o: o.release(), lambda o: o.close(), lambda o: next(o), lambda o: o.send(None),
    lambda o: o.throw(ValueError), lambda o: o.__init__(), lambda o: o.__init__(o), lambda o: o.__setitem__(0, o),
    lambda o: o.__delitem__(slice(None)), lambda o: o.__setitem__(slice(1, 2), b"xyzxyzxyzxyzxyzxyzxyz"),
    lambda o: o.reverse(), lambda o: o.popitem(), lambda o: o.seek(0), lambda o: o.truncate(0),
    lambda o: o.write(b"abc"), lambda o: o.read(), lambda o: repr(o), lambda o: hash(o), lambda o: o == S,
    lambda o: list(o), lambda o: o.__dict__.clear(), lambda o: setattr(o, "x", o), lambda o: delattr(o, "x"),
    lambda o: setattr(o, "__class__", Evil), lambda o: o(), lambda o: len(o), lambda o: o.insert(0, o),
    lambda o: o.__setstate__((1, 2)), lambda o: o.remove(1), lambda o: o.discard(1), lambda o: o.popleft(),
    lambda o: o.rotate(1), lambda o: o.move_to_end(1), lambda o: o.setdefault(draw(9), o), lambda o: bytes(o),
)  # fmt: skip

# What a special method gives that may be asked for anything.
GIVE = (
    lambda: 0, lambda: 1, lambda: -1, lambda: 2**31, lambda: 2**62, lambda: 2**63, lambda: -(2**64), lambda: 1.5,
    lambda: None, lambda: NotImplemented, lambda: "a", lambda: "", lambda: b"ab", lambda: [1, 2], lambda: (1, 2),
    lambda: {}, lambda: iter([1, 2]), lambda: S, lambda: S[draw(SLOTS)], lambda: Evil(), lambda: True,
    lambda: False, lambda: EvilNext(), lambda: float("nan"), lambda: (Evil(), Evil()), lambda: bytearray(b"abc"),
)  # fmt: skip


def act(*args, **keywords):
    """What every special method of a hostile object does."""
    if budget[0] <= 0:
        return 0
    budget[0] -= 1
    what = draw(16)
    if what < 4:
        try:
            DISTURB[draw(len(DISTURB))](S[draw(SLOTS)])
        except Exception:
            pass
    elif what == 4:
        gc.collect()
    elif what == 5:
        raise (ValueError, KeyError, StopIteration, AttributeError, IndexError, MemoryError)[draw(6)]("hostile")
    elif what == 6:
        S[draw(SLOTS)] = None
        [[]] * draw(200)
    elif what == 7 and draw(20) == 0:
        snapshot()
    elif what == 8:
        S[draw(SLOTS)] = args[draw(len(args))] if args else keywords
    return GIVE[draw(len(GIVE))]()


def advance(self):
    if budget[0] <= 0:
        raise StopIteration
    return act(self)


def iterate(self):
    return EvilNext() if draw(2) else act(self)


def finish(self):
    budget[0] -= 1
    if budget[0] > 0:
        act(self)


def text(self, *args):
    if draw(3):
        act(self)
        return "evil"
    return act(self)


def number(self, *args):
    return act(self) if draw(2) else (act(self), draw(5) - 1)[1]


def attribute(self, name):
    if draw(2):
        raise AttributeError(name)
    return act(self, name)


def compare(self, other):
    act(self, other)
    return (True, False, NotImplemented, 1, None)[draw(5)]


def methods(names, what):
    return {"__" + name + "__": what for name in names.split()}


NUMBERS = methods("index int float complex len length_hint hash bool round trunc floor ceil", number)
OPERATORS = methods(
    "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor radd rsub rmul rmatmul rtruediv"
    " rfloordiv rmod rdivmod rpow rlshift rrshift rand ror rxor iadd isub imul imatmul itruediv ifloordiv imod"
    " ipow ilshift irshift iand ior ixor neg pos abs invert",
    act,
)
COMPARISONS = methods("eq ne lt le gt ge", compare)
COMPARISONS["__hash__"] = number
ITEMS = methods("getitem setitem delitem contains reversed missing", act)
ITEMS["__iter__"] = iterate
ITEMS["__len__"] = number
NEXT = methods("iter", iterate) | methods("next", advance)
TEXT = methods("repr str format bytes fspath", text)
CALLS = methods("call enter exit aenter aexit await aiter anext buffer release_buffer", act)
ATTRIBUTES = methods("getattr", attribute) | methods("setattr delattr", act)
DESCRIPTOR = methods("get set delete set_name", act)
COPIES = methods("reduce reduce_ex getstate setstate copy deepcopy getnewargs sizeof dir", act)
CLASSES = methods("instancecheck subclasscheck class_getitem mro_entries prepare init_subclass", act)
FINISH = methods("del", finish)
STREAM = {name: act for name in "read readinto write close seek tell flush readline keys items ioctl".split()}

KINDS = {
    "Number": NUMBERS, "Operator": OPERATORS, "Compare": COMPARISONS, "Items": ITEMS, "Next": NEXT, "Text": TEXT,
    "Call": CALLS, "Attribute": ATTRIBUTES, "Descriptor": DESCRIPTOR, "Finish": FINISH, "Stream": STREAM,
    "Copy": COPIES,
}  # fmt: skip
Evil = type("Evil", (), {k: v for kind in KINDS.values() for k, v in kind.items()} | CLASSES)
EVIL = [Evil] + [type("Evil" + name, (), dict(kind)) for name, kind in KINDS.items()]
globals().update({t.__name__: t for t in EVIL})
EvilMeta = type("EvilMeta", (type,), CLASSES | CALLS | {"mro": lambda cls: act(cls)})


class Plain:
    def method(self, *args, **keywords):
        return args or keywords or self


class Slotted:
    __slots__ = ("x", "y", "__weakref__")


def generator(x=None):
    try:
        while budget[0] > 0:
            budget[0] -= 1
            x = yield x
    finally:
        act(x)


def running():
    S[draw(SLOTS)] = own[0]
    yield act()
    yield own[0].send(None)


def run_itself():
    own[0] = g = running()
    return g


own = [None]


async def coroutine(x=None):
    await EvilAwait()
    return x


async def agenerator(x=None):
    try:
        yield x
        await EvilAwait()
        yield act(x)
    finally:
        act()


class EvilAwait:
    def __await__(self):
        yield act()
        return act()


def advanced(g):
    try:
        g.send(None)
    except BaseException:
        pass
    return g


def traceback_of():
    try:
        raise ValueError(1)
    except ValueError as e:
        return e.__traceback__


def cell_of(x=1):
    return (lambda: x).__closure__[0]


def keep(f, *args):
    """What f makes, or the exception it raises."""
    try:
        return f(*args)
    except Exception as e:
        return e


def closed(x):
    x.close()
    return x


def holding(x):
    x.append(x)
    return x


def holding_dict(x):
    x[1] = x
    return x


def grown(kind):
    """A view whose buffer is in a slot, where others find it and make it grow."""
    S[draw(SLOTS)] = b = kind()
    return memoryview(b)


def half_built():
    """An instance that no __init__ has seen, of a builtin class or of one derived from it."""
    t = TYPES[draw(len(TYPES))]
    if draw(2):
        t = derived(t)
    return keep(t.__new__, t)


DERIVED = {}


def derived(t):
    """A subclass of t with hostile methods and an __init__ that does nothing; t itself if it has none."""
    key = t, draw(len(EVIL))
    if key not in DERIVED:
        try:
            DERIVED[key] = type("Derived", (EVIL[key[1]], t), {"__init__": lambda self, *args, **keywords: None})
        except Exception:
            DERIVED[key] = t
    return DERIVED[key]


def make_derived():
    t = TYPES[draw(len(TYPES))]
    return keep(derived(t), *[argument() for _ in range(draw(3))])


def make_evil():
    return EVIL[draw(len(EVIL))]()


def some_name():
    return NAMES[draw(len(NAMES))]


Point = collections.namedtuple("Point", "x y")

# ---- the pool ------------------------------------------------------------------------------------

# Expressions that make an argument. The types of what they give are looked through as well.
COMMON = """
0
1
-1
2
3
-2
7
True
None
2**31
-2**31-1
2**30
2**32
2**62
2**63
-2**63
2**64
-2**62-1
2**61
10**30
-10**19
1.5
-0.0
float("nan")
float("inf")
1e300
1j
""
"a"
"abc"
"h\\u00e9\\u03bb\\U0001f600"
"%s %d"
"{} {0} {a.b[c]:{d}}"
"x y z"
"\\0"
"a" * 300
"1" * 40
"\\ud800"
b""
b"ab\\0"
b"\\xff" * 20
b"[1, {}]"
"[1, 2.5e3, null]"
"<iQs3x"
"utf-8"
"strict"
"rb+"
"w"
"x"
some_name()
some_name()
[]
[1, 2, 3]
[3, "a", None]
[[], {}]
()
(1, 2)
(1,)
("a", b"b", 3.5, None)
{}
{"a": 1, 2: 3}
{1, 2}
frozenset((1, 2))
bytearray()
bytearray(b"abcdefghij")
range(5)
range(2**63, -2**70, -2**61)
slice(None)
slice(1, 2**62, -1)
slice(2**64, None, Evil())
make_evil()
make_evil()
make_evil()
Evil()
EvilNext()
holding([1])
holding_dict({})
half_built()
half_built()
make_derived()
make_derived()
TYPES[draw(len(TYPES))]
derived(TYPES[draw(len(TYPES))])
act
len
"""

INSTANCES = """
object()
type
Plain()
Plain
Slotted()
Slotted
Point(1, 2)
Point
EvilMeta("M", (), {})
keep(EvilMeta, "M", (list,), {"__init__": act})
iter([1, 2])
iter(holding([1, 2]))
iter(())
iter({1: 2, 3: 4})
iter({1: 2}.items())
iter({1: 2}.values())
{1: 2}.keys()
{1: 2}.values()
{1: 2}.items()
reversed([1, 2])
reversed({1: 2, 3: 4})
reversed({1: 2}.items())
reversed({1: 2}.values())
reversed(range(3))
reversed(EvilItems())
iter(range(5))
iter(range(2**70, 0, -2**68))
iter("a\\u1234b")
iter("ab")
iter(b"ab")
iter(bytearray(b"abc"))
iter(memoryview(b"ab"))
iter({1, 2})
iter(array.array("i", [1, 2]))
iter(act, 0)
iter(EvilItems())
zip([1], EvilItems())
zip([1, 2], (3,), strict=True)
map(act, [1, 2])
filter(act, [1, 2])
filter(None, [0, 1])
enumerate([1, 2], 2**62)
enumerate("ab")
generator()
advanced(generator(1))
closed(generator())
run_itself()
(x for x in [1, 2])
(act(x) for x in EvilItems())
coroutine()
advanced(coroutine())
coroutine().__await__()
agenerator()
agenerator().asend(None)
agenerator().__anext__()
agenerator().aclose()
agenerator().athrow(ValueError)
advanced(agenerator().asend(None))
anext(agenerator(), 1)
aiter(agenerator())
Plain.__dict__
int.__dict__
Plain().method
[].append
list.append
dict.fromkeys
dict.__dict__["fromkeys"]
[].__len__
list.__len__
(1).__add__
object().__reduce_ex__
object.__init__
type.__dict__["__doc__"]
Slotted.x
Point.x
type.__call__
Plain.method
lambda *a, **k: (a, k)
lambda a, /, b=1, *, c=2: (a, b, c)
generator
coroutine
agenerator
Plain.method.__code__
compile("x = 1", "f", "exec")
keep(lambda: advanced(generator()).gi_frame)
keep(lambda: traceback_of().tb_frame)
traceback_of()
cell_of()
sys
type(sys)("m")
keep(type(sys))
property()
property(act, act, act, "doc")
staticmethod(act)
classmethod(act)
super(Plain, Plain())
super(Plain)
super(list, holding([]))
Ellipsis
NotImplemented
list[int]
list[T_of()]
dict[str, list[T_of()]]
int | str
int | None | list[int]
T_of()
Ts_of()
P_of()
P_of().args
P_of().kwargs
Alias_of()
Alias_of()[int]
Generic_of()
Generic_of()[int]
Ts_of().__iter__().__next__()
template()
template().interpolations[0]
iter(template())
collections.deque([1, 2, 3])
collections.deque([1, 2, 3], 3)
iter(collections.deque([1, 2]))
reversed(collections.deque([1, 2]))
collections.Counter("abca")
collections.Counter()
collections.OrderedDict(a=1, b=2)
iter(collections.OrderedDict(a=1))
collections.OrderedDict(a=1).items()
collections.OrderedDict(a=1).keys()
collections.OrderedDict(a=1).values()
reversed(collections.OrderedDict(a=1))
collections.defaultdict(list)
collections.defaultdict(act, a=1)
array.array("B", b"abc")
array.array("d", [1.5])
array.array("q", [2**62])
array.array("i")
keep(array.array, "w", "ab")
memoryview(b"abcdefgh")
memoryview(bytearray(b"abcdefgh"))
memoryview(array.array("i", [1, 2, 3]))
memoryview(bytearray(b"abcdefgh"))[::-2]
memoryview(bytearray(b"abcdefgh")).cast("i")
grown(lambda: bytearray(b"abcdefgh"))
grown(lambda: array.array("h", [1, 2]))
grown(lambda: array.array("B", b"abc"))
micropython.RingIO(8)
micropython.RingIO(bytearray(8))
weakref.ref(Plain())
weakref.ref(S_keep(Plain()))
weakref.ref(S_keep(Plain()), act)
weakref.proxy(S_keep(Plain()))
weakref.proxy(S_keep(make_evil()))
weakref.proxy(Plain(), act)
weakref.WeakSet([S_keep(Plain())])
weakref.WeakKeyDictionary({S_keep(Plain()): 1})
weakref.WeakValueDictionary({1: S_keep(Plain())})
weakref.WeakMethod(S_keep(Plain()).method)
weakref.finalize(S_keep(Plain()), act)
iter(weakref.WeakSet([S_keep(Plain())]))
weakref.WeakValueDictionary({1: S_keep(Plain())}).items()
io.StringIO("ab\\ncd\\n")
io.StringIO()
io.BytesIO(b"ab\\ncd\\n")
io.BytesIO(9)
closed(io.StringIO("a"))
closed(io.BytesIO(b"a"))
io.BytesIO(b"abc").getbuffer()
io.IOBase()
type("R", (io.IOBase,), {"readinto": act, "write": act})()
type("R", (io.IOBase,), {"read": act, "write": act, "close": act})()
io.BufferedReader(type("R", (io.IOBase,), {"readinto": act})())
io.BufferedWriter(type("W", (io.IOBase,), {"write": act})(), 8)
io.TextIOWrapper(type("R", (io.IOBase,), {"readinto": act, "write": act})())
io.TextIOWrapper(io.BytesIO(b"a\\n\\xff\\nb"))
open("t", "w+")
open("t", "wb+")
open("t", "wb", 0)
open("t", "rb")
closed(open("t", "w"))
closed(open("t", "wb"))
open("u")
open("/dev/null", "wb")
sys.stdout
sys.stdin.buffer
os.ilistdir(".")
os.walk(".")
os.stat(".")
os.uname()
os.statvfs(".")
os.environ
time.localtime(0)
sys.version_info
sys.implementation
sys.flags
sys.float_info
sys.hash_info
sys.exc_info()
ValueError("a", 1)
KeyError()
OSError(2, "a", "b")
StopIteration(1)
SystemExit(1)
UnicodeDecodeError("utf-8", b"a", 0, 1, "r")
UnicodeEncodeError("utf-8", "a", 0, 2**62, "r")
SyntaxError("a", ("f", 1, 2, "t"))
AttributeError("a", name="b", obj=1)
ImportError("a", name="b")
NameError("a", name="b")
StopAsyncIteration()
BaseExceptionGroup("g", [ValueError(1), KeyboardInterrupt()])
ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError(2)])])
traceback_error()
random.Random(1)
struct.Struct("<ih")
struct.iter_unpack("h", b"abcd")
json.JSONDecoder()
json.JSONEncoder()
string.Template("$a")
string.Formatter()
collections.ChainMap({})
collections.UserDict()
collections.UserList()
collections.UserString("a")
"""


def T_of[T: (int, str) = int]():
    return T_of.__type_params__[0]


def Ts_of[*Ts]():
    return Ts_of.__type_params__[0]


def P_of[**P]():
    return P_of.__type_params__[0]


def Alias_of():
    type A[T] = list[T]
    return A


def Generic_of():
    class G[T]:
        pass

    return G


def template():
    return t"a{act}b{S!r:>{1}}"


def S_keep(x):
    S[draw(SLOTS)] = x
    return x


def traceback_error():
    try:
        raise KeyError(1) from ValueError(2)
    except KeyError as e:
        return e


def make_pool(texts):
    """Text and function of each expression that this interpreter can evaluate."""
    pool = []
    for t in texts.split("\n"):
        if t:
            try:
                make = eval("lambda: " + t, globals())
                make()
                pool.append((t, make))
            except Exception as e:
                missing.append((t, e))
    return pool


# ---- what is called ------------------------------------------------------------------------------


def name_of(t):
    return getattr(t, "__name__", "?")


def look_through(pool):
    """The types of all that modules and the pool have, in the order they are found."""
    found = {}

    def add(t):
        if type(t) is type or isinstance(t, type):
            found.setdefault(t)

    for m in MODULES:
        for n in dir(m):
            add(getattr(m, n))
            add(type(getattr(m, n)))
    for t, make in pool:
        x = keep(make)
        add(type(x))
        for n in "__iter__", "__await__", "__reversed__":
            if hasattr(type(x), n):
                add(type(keep(lambda: getattr(x, n)())))
    return [t for t in found if t not in OWN]


def make_entries():
    """The number of an owner and a name, for each entry; and the numbers of those not inherited."""
    numbers, names, own = array.array("H"), [], array.array("H")
    for i, owner in enumerate(OWNERS):
        for n in dir(owner):
            is_type = i >= len(MODULES)
            if name_of(owner) + "." + n not in LEFT_OUT and (is_type or callable(getattr(owner, n))):
                if not is_type or n in owner.__dict__ or owner is object:
                    own.append(len(names))
                numbers.append(i)
                names.append(n)
    return numbers, names, own


STATEMENTS = """
for x in a: step()
x, y = a
x, *y = a
[*a, *b]
{**a, **b}
{*a, b}
a(*b, **c)
a(b, *c)
with a as x: step()
raise a
raise a from b
a += b
a -= b
a *= b
a |= b
a[b] = c
a[b] += c
del a[b]
del a[b:c]
a[b:c] = b
a[b:c]
a.x
a.x = b
del a.x
a.x += b
assert a, b
class X(a): y = b
class X(a, metaclass=b): y = c
class X(a, b, x=c): pass
class X(metaclass=a): x = b
f'{a}{b!r}{c!s:>9}'
f'{a:{b}}'
t'{a}{b!r:{c}}'
print(a, b, sep=c)
a if b else c
not a
a and b
a in b
a is b
a < b < c
a == b
a != b
a >= b
a + b
a - b
a * b
a / b
a // b
a % b
a ** b
a @ b
a << b
a >> b
a & b
a | b
a ^ b
-a
+a
~a
a[b]
a()
a(b)
a(b, c)
a(x=b)
a.x(b)
[x for x in a if step()]
{x: b for x in a if step()}
{x for x in a if step()}
list(x for x in a if step())
import a
"""

# Those that need more than a line.
FUNCTIONS = """
def f(a, b, c):
    match a:
        case [x, *y, z]: return y
        case {'a': x, **y}: return y
        case str() | int(): return 1
        case Plain(x=1): return 2
        case _: return 0

def f(a, b, c):
    match b:
        case a.x: return 1
        case [1, 2.5, [x, y]]: return x
        case None | True: return 3

def f(a, b, c):
    try:
        raise a
    except b:
        return c
    finally:
        act(c)

def f(a, b, c):
    try:
        raise a
    except* b as x:
        act(x)

def f(a, b, c):
    def g():
        x = yield from a
        yield x
    return list(step() and x for x in g())

def f(a, b, c):
    async def g():
        await a
        async with b as x:
            async for y in c:
                step()
    return advanced(g())

def f(a, b, c):
    async def g():
        return [x async for x in a if step()]
    return advanced(g())

def f(a, b, c):
    @a
    @b
    def g(x: c = b): pass
    return g

def f(a, b, c):
    def g[T: a = b](x: c): return super(a, b)
    return g

def f(a, b, c):
    class X(Plain):
        x = a
        def __eq__(self, other): return super().__eq__(other)
        def y(self): return __class__, c
    X.x = b
    return X()

def f(a, b, c):
    x = lambda: (a, b)
    a, b = b, c
    del c
    return x

def f(a, b, c):
    type X[T] = a[b, T]
    return X.__value__

def f(a, b, c):
    return sorted(a, key=b, reverse=c)

def f(a, b, c):
    def g(x, *y, k=a, **z): return b
    g.__defaults__ = c
    g.__kwdefaults__ = b
    return g(*a, **b)

def f(a, b, c):
    return setattr(a, some_name(), b)

def f(a, b, c):
    return getattr(a, some_name())

def f(a, b, c):
    return delattr(a, some_name())
"""


def step():
    budget[0] -= 1
    if budget[0] < -50:
        raise IndexError
    return True


def make_operations():
    operations = []
    for t in STATEMENTS.split("\n"):
        if t:
            body = "return " + t
            if keep(compile, body[7:], "", "eval").__class__ is SyntaxError:
                body = t
            add_operation(operations, t, "def f(a, b, c):\n    " + body)
    for t in FUNCTIONS.split("\n\n"):
        add_operation(operations, t, t)
    return operations


def add_operation(operations, t, source):
    names = {}
    try:
        exec(source, globals(), names)
        operations.append((t.strip("\n"), names["f"]))
    except SyntaxError as e:
        missing.append((t, e))


missing = []
# What the expressions of the pool need while they are tried.
TYPES = [object]
argument = act
NAMES = ["x"]
budget[0] = 9
OWN = set(EVIL) | {Plain, Slotted, Point, EvilMeta, EvilAwait}
open("t", "w").close()
common = make_pool(COMMON)
instances = make_pool(INSTANCES)
TYPES = look_through(common + instances)
OWNERS = list(MODULES) + TYPES
MAKERS = {}  # for each type the number of those in POOL that make it
POOL = common + instances
for i in range(len(POOL)):
    MAKERS.setdefault(type(keep(POOL[i][1])), []).append(i)
NUMBERS_OF, NAMES, NOT_INHERITED = make_entries()
OPERATIONS = make_operations()
KEYWORDS = (
    "key reverse default start sep end file flush x y a strict encoding errors mode maxlen iterable object obj name"
    " buffering newline closefd source globals locals sum length byteorder signed ndigits base imag real"
    " callback weights k cum_weights separators indent sort_keys cls maxsplit keepends tabsize format shape"
    " return_annotation typ val tb self args kwargs initial rel_tol abs_tol dir_fd follow_symlinks exist_ok"
).split()

# ---- calls ---------------------------------------------------------------------------------------

texts = None  # of the arguments of the present call, when they are asked for


def argument(t=None):
    """One from a slot, of the type t, or any."""
    n = draw(64)
    if n < 14:
        n = draw(SLOTS)
        if texts is not None:
            texts.append("S[%d]" % n)
        return S[n]
    if t is not None and n < 58:
        makers = MAKERS.get(t)
        if makers and n < 50:
            return made(makers[draw(len(makers))])
        if texts is not None:
            texts.append("derived(%s).__new__(...)" % name_of(t))
        t = derived(t) if n & 1 else t
        return t.__new__(t)
    if n < 40:
        return made(draw(len(common)))
    return made(draw(len(POOL)))


def made(i):
    x = POOL[i][1]()
    if texts is not None:
        texts.append(POOL[i][0])
    if draw(2):
        n = draw(SLOTS)
        S[n] = x
        if texts is not None:
            texts[-1] = "(S[%d] := %s)" % (n, texts[-1])
    return x


def count_of_arguments():
    n = draw(128)
    return n & 3 if n < 100 else 4 if n < 124 else draw(40)


def call_entry(log):
    i = NOT_INHERITED[draw(len(NOT_INHERITED))] if draw(4) else draw(len(NAMES))
    i, name = NUMBERS_OF[i], NAMES[i]
    owner = OWNERS[i]
    n = draw(32)
    arguments = []
    if i >= len(MODULES):
        arguments.append(argument(owner if n < 28 else None))
    for _ in range(count_of_arguments()):
        arguments.append(argument())
    keywords = {}
    while n & 7 == 7 and draw(2):
        k = KEYWORDS[draw(len(KEYWORDS))]
        keywords[k] = argument()
    if i < len(MODULES) or n < 18:
        if log:
            log("%s.%s(..., %s)" % (name_of(owner), name, ", ".join(keywords)))
        return call(getattr(owner, name), arguments, keywords)
    if n < 28:
        if log:
            log("(...).%s(..., %s)" % (name, ", ".join(keywords)))
        f = getattr(arguments[0], name)
        arguments.pop(0)
        return call(f, arguments, keywords)
    if type(arguments[0]) is type(sys) or arguments[0] in OWN:
        return None
    if log:
        log("get, set or delete .%s, %d" % (name, n))
    if n < 30:
        return getattr(arguments[0], name)
    if n < 31:
        return setattr(arguments[0], name, arguments[-1])
    return delattr(arguments[0], name)


def call(f, arguments, keywords):
    if not callable(f):
        t = type(f)
        if not hasattr(t, "__get__"):
            return f
        f = t.__set__ if draw(2) and hasattr(t, "__set__") else t.__get__
    try:
        return f(*arguments, **keywords)
    except TypeError as e:
        n = expected(e, len(arguments))
        if n is None or n == len(arguments):
            raise
    del arguments[n:]
    while len(arguments) < n:
        arguments.append(argument())
    return f(*arguments)


def expected(e, given):
    """How many arguments are wanted, if the message says so."""
    words = str(e).split(" argument", 1)[0].split()
    if len(words) < 2 or not words[-1].isdigit() or words[-2] not in ("expected", "exactly", "least", "takes"):
        return None
    got = str(e).rsplit("got ", 1)[-1]
    return min(int(words[-1]) + (given - int(got) if got.isdigit() else 0), 9)


def call_operation(log):
    t, f = OPERATIONS[draw(len(OPERATIONS))]
    a, b, c = argument(), argument(), argument()
    if log:
        log(t)
    return f(a, b, c)


def run_group(group, calls, log):
    for i in range(SLOTS):
        S[i] = None
    for call in calls:
        seed(group, call)
        budget[0] = 30
        try:
            x = (call_entry if draw(5) else call_operation)(log and log(call))
            if draw(2):
                S[draw(SLOTS)] = x
        except BaseException as e:
            if draw(8) == 0:
                S[draw(SLOTS)] = e
            e = None
        x = None
    if group % 97 == 0:
        snapshot()
    budget[0] = 9


def restore():
    """Undoes what calls may have switched."""
    while micropython.heap_locked():
        micropython.heap_unlock()
    gc.enable()
    gc.threshold(-1)
    micropython.opt_level(0)
    sys.setrecursionlimit(1000)
    DERIVED.clear()


def make_log(fd):
    def log(call):
        global texts
        texts = []

        def line(t):
            os.write(fd, ("%d: %s\n    %s\n" % (call, t, ", ".join(texts))).encode())

        return line

    return log


def planned():
    """Pairs of a group and its calls."""
    if ":" not in sys.argv[2]:
        first = int(sys.argv[2])
        return ((g, range(PER_GROUP)) for g in range(first, first + int(sys.argv[3])))
    parts = [part.split(":") for part in sys.argv[2].split(";")]
    return [(int(g), [int(c) for c in calls.split(",")]) for g, calls in parts]


def main():
    plan = planned()
    files = [open(sys.argv[1], "wb", 0)]
    progress = files[0].write
    log = None
    if ":" in sys.argv[2] and len(sys.argv) > 3:
        files.append(open(sys.argv[3], "wb", 0))
        log = make_log(files[1].fileno())
    for group, calls in plan:
        progress(b".")
        try:
            restore()
            run_group(group, calls, log)
        except (KeyboardInterrupt, MemoryError):
            pass
        restore()


if len(sys.argv) > 1:
    main()
else:
    print(len(NAMES), "entries,", len(TYPES), "types,", len(POOL), "makers,", len(OPERATIONS), "operations")
    for t, e in missing:
        print("missing:", t, repr(e))
