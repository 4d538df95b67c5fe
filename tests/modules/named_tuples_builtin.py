# time.struct_time, os.stat_result and their like: counts of fields, patterns, taking apart, making, replacing.
import os
import sys
import time


def show(f):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


T = time.struct_time
S = type(os.stat("/"))
F = type(sys.float_info)
U = type(os.uname())
for kind in (T, S, F, U, type(sys.version_info)):
    print(kind.__name__, kind.n_sequence_fields, kind.n_unnamed_fields, kind.__match_args__)
    print(kind.n_fields >= kind.n_sequence_fields, kind.__match_args__ == kind.__match_args__, hasattr(kind, "n_other"))
print(T.n_fields, time.gmtime(0).n_fields, F.n_fields, sys.version_info.n_sequence_fields)
for v in (time.gmtime(0), time.localtime(5), os.stat("/"), sys.float_info, os.uname()):
    made, args = v.__reduce__()
    again = made(*args)
    print(made is type(v), len(args), args[0] == v, type(args[0]), again == v, type(again) is made)
    print(all(getattr(again, n) == getattr(v, n) for n in made.__match_args__), again.__reduce__() == v.__reduce__())
print(sorted(time.gmtime(0).__reduce__()[1][1].items()), "st_mtime_ns" in os.stat("/").__reduce__()[1][1])
s = os.stat("/")
print(T(range(9)).__reduce__()[1], s.__reduce__()[1][1]["st_mtime"] == s.st_mtime)
match T(range(9)):
    case T(year, month, tm_hour=hour):
        print(year, month, hour)
match sys.version_info:
    case [major, *_] if major == 3:
        print("version", major)
for args in ((range(9),), (range(10),), (range(11),), ("123456789",), (range(9), {"tm_zone": "X", "tm_gmtoff": 5}),
             (range(10), {"tm_gmtoff": 4}), (range(9), {})):
    t = T(*args)
    print(t[0], len(t), t.tm_zone, t.tm_gmtoff)
print(T(sequence=range(9), dict={"tm_zone": "Z"}).tm_zone)
for args in ((), (1,), ([1],), (range(8),), (range(12),), (range(9), 5), (range(9), None), (range(9), {}, 1),
             (range(10), {"tm_zone": "X"}), (range(9), {"other": 1}), (range(9), {"tm_year": 1})):
    show(lambda: T(*args))
for kind, n in ((F, 10), (F, 12), (U, 4), (type(sys.version_info), 5), (type(sys.flags), 15)):
    show(lambda: kind(range(n)))
s = S(range(10))
print(s.st_mtime, s.st_ctime, s.st_atime_ns, s)
print(S(range(13)).st_mtime, S(range(10), {"st_mtime": 5.5}).st_mtime, S(range(10), {"st_mtime": 5.5})[8])
t = time.gmtime(0).__replace__(tm_year=2000, tm_zone="Q")
print(t, t.tm_zone, t.tm_gmtoff, type(t) is T)
print(T(range(9)).__replace__() == T(range(9)), sys.version_info.__replace__(minor=0)[:2])
show(lambda: t.__replace__(1))
show(lambda: t.__replace__(other=1, tm_min=3, more=2))
show(lambda: s.__replace__(st_mode=1))
