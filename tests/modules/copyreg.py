# The module copyreg: functions that make objects again, and the table of functions that reduce them.
import copyreg


def try_print(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)


class L(list):
    pass


class N:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.got = (args, kwargs)
        return self


print(type(copyreg._reconstructor(N, object, None)), copyreg._reconstructor(L, list, [1, 2]))
print(copyreg._reconstructor(int, int, 4))
try_print(lambda: copyreg._reconstructor(N, list, []))
try_print(lambda: copyreg._reconstructor(1, 2, 3))
try_print(lambda: copyreg.__newobj__())
try_print(lambda: copyreg.__newobj__(5))
try_print(lambda: copyreg.__newobj__(int, "7"))
try_print(lambda: copyreg.__newobj__(object, 1))
print(copyreg.__newobj__(N).got, copyreg.__newobj__(N, 1, 2).got)
print(copyreg.__newobj_ex__(N, [1], {"a": 2}).got, copyreg.__newobj_ex__(N, (), {}).got)
for kwargs in (5, {1: 2}, [("a", 1)], None):
    try_print(lambda: copyreg.__newobj_ex__(N, (), kwargs))
try_print(lambda: copyreg.__newobj_ex__(N, 5, {}))

print(copyreg.dispatch_table[complex](1 + 2j))
print(copyreg.pickle(N, len), copyreg.dispatch_table[N] is len)
for args in ((N, 5), (N, len, 5), ([], len), (), (N,), (N, len, None, 4)):
    try_print(lambda: copyreg.pickle(*args))
copyreg.pickle(ob_type=L, pickle_function=repr, constructor_ob=len)
print(copyreg.dispatch_table[L] is repr)
try_print(lambda: copyreg.constructor(5))
try_print(lambda: copyreg.constructor(len))
copyreg.dispatch_table = {}
copyreg.pickle(N, repr)
print(list(copyreg.dispatch_table) == [N])
