# dir() of all builtin types and of what they make, as in CPython. LEFT: what is left out here
# (docs/differences.md,
# docs/roadmap.md); NEWER: what CPython has only since 3.12 to 3.14, the expected output being that
# of an older one.
import collections, io, sys, time
LEFT = {
    "*": "__reduce__ __reduce_ex__ __getstate__ __setstate__ __getnewargs__ __firstlineno__ __static_attributes__ __del__",
    "float": "__getformat__",
    "code": "_co_code_adaptive _varname_from_oparg co_cellvars co_code co_consts"
    " co_exceptiontable co_lines co_linetable co_lnotab co_names co_nlocals co_positions co_stacksize replace co_branches",
    "structseq": "__match_args__ __module__ n_fields n_sequence_fields n_unnamed_fields",
    "alias": "__copy__ __deepcopy__",
    "ExceptionGroup": "__module__ __weakref__", "OrderedDict": "__copy__ __dict__",
}
NEWER = {
    "type": "__annotate__ __type_params__", "meta": "__annotate__ __type_params__",
    "int": "is_integer", "bool": "is_integer", "float": "from_number",
    "complex": "from_number", "bytearray": "resize", "memoryview": "__class_getitem__ count index",
    "property": "__name__", "property object": "__name__",
    "classmethod": "__annotate__ __annotations__", "staticmethod": "__annotate__ __annotations__",
    "function": "__annotate__ __type_params__", "generator": "__class_getitem__",
    "coroutine": "__class_getitem__",
    "async generator": "ag_suspended", "alias": "__instancecheck__ __subclasscheck__",
    "union": "__origin__",
    "a classmethod": "__annotate__", "a staticmethod": "__annotate__", "ImportError": "name_from",
    "structseq": "__replace__", "code": "__replace__",
}
def function(x=1): "doc"
class C:
    def m(self): pass
    p = property()
class S: __slots__ = ("a",)
class Meta(type): pass
class Sequence:
    def __getitem__(self, i): raise IndexError
def generator(): yield
async def coroutine(): pass
async def async_generator(): yield
def closure():
    x = 1
    return lambda: x
awaited = coroutine()
ITEMS = {t.__name__: t for t in (
    object, type, int, bool, float, complex, str, bytes, bytearray, memoryview, list, tuple, dict,
    set, frozenset, range,
    slice, property, classmethod, staticmethod, super, enumerate, zip, map, filter, reversed,
    BaseException, Exception,
    OSError, SyntaxError, StopIteration, StopAsyncIteration, ImportError, UnicodeDecodeError,
    UnicodeEncodeError,
    UnicodeTranslateError, UnicodeError, SystemExit, KeyError, AttributeError, NameError,
    UnboundLocalError,
    BaseExceptionGroup, ExceptionGroup, Warning, MemoryError, GeneratorExit, FileNotFoundError)}
ITEMS.update({
    "None": None, "Ellipsis": ..., "NotImplemented": NotImplemented, "function": function,
    "method": C().m,
    "builtin": len, "builtin method": [].append, "slot wrapper": list.__len__,
    "method-wrapper": [].__len__,
    "method descriptor": list.append, "getset": int.real, "member": S.a,
    "classmethod descriptor": dict.__dict__["fromkeys"],
    "code": function.__code__, "generator": generator(), "coroutine": awaited,
    "async generator": async_generator(),
    "awaitable": awaited.__await__(), "cell": closure().__closure__[0], "mappingproxy": C.__dict__,
    "class": C,
    "instance": C(), "slots": S(), "meta": Meta, "property object": C.p,
    "super object": super(C, C()),
    "a classmethod": classmethod(function), "a staticmethod": staticmethod(function),
    "alias": list[int], "union": int | str,
    "structseq": time.gmtime(0), "anext": async_generator().__anext__(),
    "OrderedDict": collections.OrderedDict,
    "deque": collections.deque, "defaultdict": collections.defaultdict,
})
for name, made in (("list", []), ("tuple", ()), ("str", ""), ("bytes", b""),
    ("bytearray", bytearray()), ("dict", {}),
                   ("set", set()), ("range", range(1)), ("long range", range(1 << 70)),
                   ("sequence", Sequence()),
                   ("keys", {}.keys()), ("values", {}.values()), ("items", {}.items()),
                   ("memoryview", memoryview(b""))):
    ITEMS[name + " iterator"] = iter(made)
ITEMS.update({"keys": {}.keys(), "values": {}.values(), "items": {}.items(),
    "reversed list": reversed([]),
              "reversed dict": reversed({}), "call iterator": iter(int, 0)})
for name, v in ITEMS.items():
    hidden = (LEFT["*"] + " " + LEFT.get(name, "") + " " + NEWER.get(name, "")).split()
    names = [n for n in dir(v) if n not in hidden]
    print(name, len(names), *names)
    print("  lost:", [n for n in names if not hasattr(v, n) and n not in ("__abstractmethods__",
        "cell_contents")])
awaited.close()
