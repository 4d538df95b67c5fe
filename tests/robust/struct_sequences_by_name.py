# The special methods of tuples with names, called by their names.
import os
import sys
import time

for x in (sys.version_info, sys.flags, sys.float_info, sys.implementation, sys.int_info, sys.hash_info,
          time.localtime(), os.stat("/"), os.uname()):
    for name in sorted(set(dir(x)) & set(dir(object)) | {"__len__", "__iter__", "__getitem__", "__contains__", "__add__"}):
        f = getattr(x, name, None)
        for args in (), (0,), (x,), (x, x), ("a",):
            try:
                f(*args)
            except (TypeError, AttributeError, IndexError, ValueError):
                pass
    print(x.__repr__() == repr(x), x.__str__() == str(x), x.__eq__(x), x.__ne__(x))
