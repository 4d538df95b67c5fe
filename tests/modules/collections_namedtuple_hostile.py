# The parts of a namedtuple class used in ways they are not meant for.
from collections import namedtuple
import time

P = namedtuple("P", "a b")


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except (TypeError, AttributeError):
        print("error")


attempt(P.__new__, tuple, 1, 2)
attempt(P.__new__, time.struct_time, 1, 2)
attempt(P.__new__, int, 1, 2)
attempt(tuple.__new__, time.struct_time, (1, 2))
attempt(P.__dict__["_make"], 5, [1, 2])
attempt(P(1, 2)._asdict, x=1)
attempt(P._replace, 5)
attempt(P._replace, (1, 2), a=1)
attempt(P(1, 2)._replace, b=3)
attempt(P._make, [1])
Q = namedtuple("Q", "a b")
q = Q(1, 2)
Q._fields = (1, 2)
attempt(Q._make, [1, 2, 3])
for f in (repr, Q._asdict):
    try:
        f(q)
    except TypeError:
        pass
print(q.a, q.b)
