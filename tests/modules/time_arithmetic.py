# gmtime and mktime agree on dates over many years; struct fields.
import time
days = 0
for y in range(1970, 2036):
    t = time.gmtime(days * 86400)
    assert tuple(t)[:8] == (y, 1, 1, 0, 0, 0, (days + 3) % 7, 1), (y, tuple(t))
    days += 366 if y % 4 == 0 and (y % 100 != 0 or y % 400 == 0) else 365
print(days)
t = time.gmtime(1700000000)
print(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7])
for s in (0, 59, 3600, 86399, 86400, 951827696, 1583020799, 2147483647, 4000000000):
    print(s, tuple(time.gmtime(s))[:8])
for s in (1, 10 ** 9, 1234567890):
    l = time.localtime(s)
    assert time.mktime(l) == s and tuple(time.localtime(time.mktime(l)))[:6] == tuple(l)[:6]
print(tuple(time.gmtime(1.9))[:6] == tuple(time.gmtime(1))[:6],
      isinstance(time.mktime(time.localtime()), (int, float)))
